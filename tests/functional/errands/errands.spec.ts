import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { notify } from '#core/notifications/notify'
import type { Right } from '#core/permissions/right'
import Membership from '#core/users/models/membership'
import type User from '#core/users/models/user'
import answeringService from '#plugins/sources/answering_service/index'
import { asker, codeOf, liveSession, partOf } from '#tests/made/asker'
import { collectedSource } from '#tests/made/collected_source'
import { sendingMail } from '#tests/made/mail_server'
import { madePng } from '#tests/made/picture'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'

const ERRANDS = '/api/errands/v1'
const now = DateTime.utc()
// Wide enough for every zone, also in the hour when its date is another than that of UTC.
const from = now.minus({ days: 2 }).toISODate()
const to = now.plus({ days: 1 }).toISODate()
const list = `${ERRANDS}?from=${from}&to=${to}`
const header = 'recordType;recordId;revision;service;serviceName;at;errand;category;subject;person'

/** A customer with two services, an errand of the platform at each, and an outsider who sees the first. */
async function answered(client: ApiClient) {
  const { customer, collect, run } = await collectedSource(answeringService, to)
  const at = now.minus({ hours: 1 }).toISO()
  await collect(
    [
      header,
      `errand;;0;+4684650;Huvudnummer;${at};E1;Felanmälan;Hissen står;`,
      `errand;;0;+4684651;Jour;${at};E2;Felanmälan;Porten är öppen;`,
      '',
    ].join('\n'),
    'errands.csv'
  )
  const services = await MeasurementObject.query().where({
    customerId: customer.id,
    objectType: 'service',
  })
  const service = (identifier: string) => services.find((one) => one.identifier === identifier)!.id
  const outsider = await madeUser(customer, { customerUser: true, name: 'Olle Utomstående' })
  const membership = await Membership.findByOrFail({ userId: outsider.id, customerId: customer.id })
  await membership.merge({ callSpecification: false }).save()
  await assignObjects({
    customerId: customer.id,
    membershipId: membership.id,
    objectIds: [service('+4684650')],
  })
  const give = async (user: User, ...rights: Right[]) => {
    const { id } = await Membership.findByOrFail({ userId: user.id, customerId: customer.id })
    await db.from('membership_rights').where('membership_id', id).delete()
    await db
      .table('membership_rights')
      .multiInsert(rights.map((right) => ({ membership_id: id, right })))
  }
  const figure = async (report: string, column: string) => {
    const wholeDays = { fromTime: '00:00', toTime: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7] }
    const { of } = await run(report, { period: { from, to, ...wholeDays } })
    return of('+4684650')?.[column]
  }
  const administrator = await madeUser(customer, { administrator: true, name: 'Åsa Admin' })
  return {
    ...{ customer, figure, service, outsider, administrator, give },
    ask: asker(client, administrator, customer),
    askOutsider: asker(client, outsider, customer),
  }
}

test.group('A customer user with rights on errands', () => {
  test('sees those of the given services alone, and without the rights none', async ({
    assert,
    client,
  }) => {
    const { askOutsider, outsider, give, service } = await answered(client)
    assert.equal(await codeOf(askOutsider('GET', list)), 'E_NOT_ALLOWED')
    await give(outsider, 'errands.report')
    const { body } = await askOutsider('GET', list)
    assert.deepEqual(
      body.errands.map(({ errand, serviceName, subject }: Record<string, string>) => [
        errand,
        serviceName,
        subject,
      ]),
      [['E1', 'Huvudnummer', 'Hissen står']]
    )
    const other = `${ERRANDS}/${service('+4684651')}/E2`
    assert.equal(await codeOf(askOutsider('GET', other)), 'E_UNKNOWN_ERRAND')
    const mine = `${ERRANDS}/${service('+4684650')}/E1`
    assert.include(await partOf(askOutsider('GET', mine), 'errand'), { subject: 'Hissen står' })
    const denied = [
      askOutsider('POST', `${mine}/comments`, { text: 'Hej' }),
      askOutsider('GET', `${mine}/documents`),
      askOutsider('PATCH', mine, { closed: true }),
    ]
    for (const answer of denied) assert.equal(await codeOf(answer), 'E_NOT_ALLOWED')
  })

  test('reports a fault, which is marked as new until somebody handles it, and counted in the report', async ({
    assert,
    client,
  }) => {
    const { ask, askOutsider, outsider, give, service, figure } = await answered(client)
    await give(outsider, 'errands.report')
    const report = {
      service: service('+4684650'),
      category: 'Felanmälan',
      subject: 'Dörren gnisslar',
    }
    const { status, body } = await askOutsider('POST', ERRANDS, report)
    assert.equal(status, 201)
    assert.match(body.errand, /^R\d{6}-[A-Z2-9]{6}$/)
    const elsewhere = askOutsider('POST', ERRANDS, { ...report, service: service('+4684651') })
    assert.equal(await codeOf(elsewhere), 'E_UNKNOWN_SERVICE')
    const empty = askOutsider('POST', ERRANDS, { ...report, subject: ' ' })
    assert.equal(await statusOf(empty), 422)

    assert.equal(await partOf(ask('GET', `${ERRANDS}/new`), 'count'), 1)
    const one = `${ERRANDS}/${report.service}/${body.errand}`
    assert.include(await partOf(ask('GET', one), 'errand'), {
      ...{ subject: 'Dörren gnisslar', category: 'Felanmälan', state: 'created' },
      ...{ reportedBy: 'Olle Utomstående', reported: true, isNew: true },
    })
    assert.equal(await figure('errands', 'created'), 2)

    for (const answer of [
      ask('PATCH', one, { closed: true, subject: 'Annat' }),
      ask('POST', `${one}/comments`, { text: 'Hej', author: 'Anna' }),
    ]) {
      assert.equal(await codeOf(answer), 'E_UNKNOWN_FIELD')
    }
    const closed = await ask('PATCH', one, { closed: true })
    assert.include(closed.body.errand, { state: 'closed', isNew: false })
    assert.equal(await partOf(ask('GET', `${ERRANDS}/new`), 'count'), 0)
    assert.equal(await figure('errands', 'sinceClosed'), 1)
    await ask('PATCH', one, { closed: false })
    assert.equal(await figure('errands', 'sinceClosed'), 0)
    const platform = ask('PATCH', `${ERRANDS}/${report.service}/E1`, { closed: true })
    assert.equal(await codeOf(platform), 'E_PLATFORM_ERRAND')
  })

  test('answers comments, and internal ones stay hidden', async ({ assert, client, cleanup }) => {
    const mail = await sendingMail(cleanup)
    const { ask, askOutsider, outsider, administrator, give, service, figure } =
      await answered(client)
    await give(outsider, 'errands.report', 'errands.comment')
    const made = await askOutsider('POST', ERRANDS, {
      service: service('+4684650'),
      subject: 'Lampan blinkar',
    })
    const one = `${ERRANDS}/${service('+4684650')}/${made.body.errand}`
    await ask('PATCH', one, { person: administrator.email })
    await ask('POST', `${one}/comments`, { text: 'Bråttom, säger driften', internal: true })
    await ask('POST', `${one}/comments`, { text: 'Vi kommer i morgon.\nFöre lunch.' })
    const answer = await askOutsider('POST', `${one}/comments`, { text: 'Tack!' })
    assert.deepEqual(
      answer.body.comments.map(({ author, text, fromCustomer }: Record<string, unknown>) => [
        author,
        text,
        fromCustomer,
      ]),
      [
        ['Åsa Admin', 'Vi kommer i morgon.\nFöre lunch.', false],
        ['Olle Utomstående', 'Tack!', true],
      ]
    )
    const secret = askOutsider('POST', `${one}/comments`, { text: 'Hemligt', internal: true })
    assert.equal(await codeOf(secret), 'E_INTERNAL_FROM_CUSTOMER')
    const seen = await ask('GET', one)
    assert.lengthOf(seen.body.comments, 3)
    assert.equal(await figure('comments', 'internalComments'), 1)

    await notify(DateTime.utc().plus({ minutes: 1 }))
    const told = (user: User) => mail.to(user.email).map(({ text }) => text ?? '')
    assert.isTrue(told(outsider).some((text) => text.includes('Vi kommer i morgon')))
    assert.isFalse(told(outsider).some((text) => text.includes('Bråttom')))
    assert.isFalse(told(outsider).some((text) => text.includes('Tack!')))
    assert.isTrue(told(administrator).some((text) => text.includes('Tack!')))
  })
})

test.group('Whoever subscribes to all errands', () => {
  test('is told of those at the objects they see, and not of their own', async ({
    assert,
    client,
    cleanup,
  }) => {
    const mail = await sendingMail(cleanup)
    const { ask, askOutsider, outsider, administrator, give, service } = await answered(client)
    await give(outsider, 'errands.report')
    assert.isTrue(await partOf(ask('PUT', `${ERRANDS}/subscription`, { all: true }), 'all'))
    await askOutsider('PUT', `${ERRANDS}/subscription`, { all: true })
    const first = { service: service('+4684650'), subject: 'Fukt i källaren' }
    await askOutsider('POST', ERRANDS, first)
    await ask('POST', ERRANDS, { service: service('+4684651'), subject: 'Larm i jouren' })
    await notify(DateTime.utc().plus({ minutes: 1 }))
    const told = (user: User) => mail.to(user.email).map(({ text }) => text ?? '')
    assert.lengthOf(told(administrator), 1)
    assert.include(told(administrator)[0], 'Fukt i källaren')
    assert.lengthOf(told(outsider), 0)
  })
})

test.group('Documents of an errand', () => {
  test('are added and seen where allowed, drawn anew, and refused when they are something else', async ({
    assert,
    client,
  }) => {
    const { customer, ask, askOutsider, outsider, administrator, give, service } =
      await answered(client)
    await give(outsider, 'errands.documents', 'errands.upload')
    const one = `${ERRANDS}/${service('+4684650')}/E1`
    const upload = async (user: User, query: string, content: Buffer) => {
      const response = await client
        .post(`${one}/documents?${query}`)
        .withCsrfToken()
        .withSession(await liveSession(user, customer))
        .loginAs(user)
        .header('content-type', 'application/octet-stream')
        .setup((request) => void request.request.send(content))
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- every answer has another shape
      return { status: response.status(), body: response.body() as any }
    }
    const pdf = Buffer.from('%PDF-1.4 a plan of the house')
    const added = await upload(outsider, 'name=Plan%201.pdf', pdf)
    assert.equal(added.status, 201)
    const image = await upload(outsider, 'name=bild.png', madePng())
    assert.equal(image.status, 201)
    const hidden = await upload(administrator, 'name=pris.txt&internal=true', Buffer.from('9 000'))
    assert.equal(hidden.status, 201)
    for (const [name, content] of [
      ['plan.pdf', Buffer.from('<script>alert(1)</script>')],
      ['page.html', Buffer.from('<p>')],
      ['tom.pdf', Buffer.alloc(0)],
    ] as const) {
      const refused = upload(outsider, `name=${name}`, content)
      assert.equal(await codeOf(refused), 'E_DOCUMENT_TYPE')
    }
    const large = await upload(outsider, 'name=stor.pdf', Buffer.alloc(11 * 1024 * 1024, '%PDF-'))
    assert.equal(large.body.error?.code, 'E_DOCUMENT_TOO_LARGE')

    const names = async (who: typeof ask) => {
      const documents = partOf<{ name: string }[]>(who('GET', `${one}/documents`), 'documents')
      const listed = await documents
      return listed.map(({ name }) => name)
    }
    assert.deepEqual(await names(askOutsider), ['Plan 1.pdf', 'bild.png'])
    assert.deepEqual(await names(ask), ['Plan 1.pdf', 'bild.png', 'pris.txt'])
    const file = await askOutsider('GET', `${ERRANDS}/documents/${added.body.document.id}`)
    assert.equal(file.status, 200)
    assert.match(file.headers['content-disposition']!, /^attachment; filename="Plan 1\.pdf"/)
    const secret = askOutsider('GET', `${ERRANDS}/documents/${hidden.body.document.id}`)
    assert.equal(await codeOf(secret), 'E_UNKNOWN_DOCUMENT')
    const theirs = askOutsider('DELETE', `${ERRANDS}/documents/${hidden.body.document.id}`)
    assert.equal(await codeOf(theirs), 'E_UNKNOWN_DOCUMENT')
    const removed = ask('DELETE', `${ERRANDS}/documents/${added.body.document.id}`)
    assert.equal(await statusOf(removed), 204)
    assert.deepEqual(await names(askOutsider), ['bild.png'])
    await give(outsider, 'errands.report')
    const lost = askOutsider('GET', `${ERRANDS}/documents/${image.body.document.id}`)
    assert.equal(await codeOf(lost), 'E_NOT_ALLOWED')
  })
})
