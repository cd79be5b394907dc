import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { usualDeliveryRules } from '#core/customers/delivery_rules'
import { forgetOldFiles } from '#core/delivery/actions/forget_old_files'
import { takeDeliveryReport } from '#core/delivery/actions/take_delivery_report'
import { deliver } from '#core/delivery/deliver'
import ArchivedFile from '#core/delivery/models/archived_file'
import Dispatch from '#core/delivery/models/dispatch'
import { asker } from '#tests/made/asker'
import { sendingMail } from '#tests/made/mail_server'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'
import { FRIDAY, ledgerOf, madeFriday } from './made_delivery.js'

/** What a mail server says of a mail that it could not deliver, or did. */
const report = (id: string, recipient: string, action: string, said: string) =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I am sorry.',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    `Original-Envelope-Id: ${id.replaceAll('-', '+2D')}`,
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1',
    `  ${said}`,
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${id}@telestat.example>`,
    '',
    '--b1--',
  ].join('\r\n')

test.group('Delivery | rules of a customer', () => {
  test('let files go to the domains that are allowed only, when a report is saved and when it is sent', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, saved, schedule, owner, ask, administrates } = await madeFriday(client)
    const deliveryRules = { ...usualDeliveryRules, domains: ['Sydvik.example'] }
    const kept = await administrates('PATCH', '/api/admin/v1/settings', { deliveryRules })
    assert.deepEqual(kept.body.deliveryRules.domains, ['sydvik.example'])
    const bad = { deliveryRules: { ...deliveryRules, domains: ['@sydvik'] } }
    assert.equal(await statusOf(administrates('PATCH', '/api/admin/v1/settings', bad)), 422)
    const address = `/api/report/v1/saved-reports/${saved.id}`
    const recipients = ['anna@nordvik.example']
    for (const asked of [
      ask('PATCH', address, { recipients }),
      ask('POST', `${address}/schedules/${schedule.id}/send`, { recipients }),
    ]) {
      const { status, body } = await asked
      assert.equal(status, 422)
      assert.equal(body.error.code, 'E_DOMAIN_NOT_ALLOWED')
      assert.include(body.error.message, 'sydvik.example')
    }
    await deliver(FRIDAY)
    assert.deepEqual(await ledgerOf(customer), ['anna failed', 'bo failed'])
    assert.lengthOf(server.to('anna@nordvik.example'), 0)
    assert.include(server.to(owner.email)[0].text, 'domäner')
  })

  test('link a file instead of attaching it, for who signs in, and tell when it was fetched', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const made = await madeFriday(client)
    const { customer, saved, administrates } = made
    const [reads, other] = [await madeUser(customer), await madeUser(customer)]
    await saved.merge({ recipients: [reads.email, 'out@sider.example'] }).save()
    const deliveryRules = { ...usualDeliveryRules, files: 'linked', keptDays: 30 }
    await administrates('PATCH', '/api/admin/v1/settings', { deliveryRules })
    await deliver(FRIDAY)
    const [mail] = server.to(reads.email)
    assert.lengthOf(mail.attachments, 0)
    const [, id] = /\/sent\/([\w-]{36})/.exec(mail.text ?? '') ?? []
    assert.lengthOf(server.to('out@sider.example'), 0)
    const states = async () =>
      Dispatch.query()
        .where('customerId', customer.id)
        .then((dispatches) => dispatches.map(({ state }) => state).sort())
    assert.deepEqual(await states(), ['failed', 'handed'])
    const address = `/api/report/v1/archive/${id}`
    assert.equal(await statusOf(asker(client, other, customer)('GET', address)), 404)
    const ask = asker(client, reads, customer)
    assert.equal(await statusOf(ask('GET', address)), 200)
    assert.deepEqual(await states(), ['confirmed', 'failed'])
    await forgetOldFiles(DateTime.utc().plus({ days: 29 }))
    assert.equal(await statusOf(ask('GET', address)), 200)
    await forgetOldFiles(DateTime.utc().plus({ days: 31 }))
    assert.equal(await statusOf(ask('GET', address)), 404)
    const { forgottenAt } = await ArchivedFile.findOrFail(id)
    assert.isNotNull(forgottenAt)
  })

  test('link a file that is too large to be attached, to who can sign in', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, saved, ask } = await madeFriday(client)
    const reads = await madeUser(customer)
    await saved.merge({ recipients: [reads.email, 'out@sider.example'] }).save()
    await server.stop()
    await deliver(FRIDAY)
    await ArchivedFile.query().where('customerId', customer.id).update({ size: 21_000_000 })
    await server.start()
    await deliver(FRIDAY.plus({ minutes: 5 }))
    assert.lengthOf(server.to(reads.email)[0].attachments, 0)
    const { body } = await ask('GET', `/api/report/v1/saved-reports/${saved.id}/sendings`)
    const problems = body.sendings[0].recipients.map(
      ({ problem }: { problem: { code: string } | null }) => problem?.code ?? null
    )
    assert.sameMembers(problems, [null, 'E_TOO_LARGE_FOR_MAIL'])
  })

  test('and reports of mail servers: what came back is bounced, what arrived is confirmed', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, owner } = await madeFriday(client)
    await deliver(FRIDAY)
    const [anna, bo] = await Dispatch.query().where('customerId', customer.id).orderBy('recipient')
    const gone = report(anna.id, anna.address, 'failed', 'No such user here')
    assert.equal(await takeDeliveryReport(report(anna.id, anna.address, 'delayed', 'Later')), null)
    assert.deepEqual(await takeDeliveryReport(gone, FRIDAY), {
      recipient: anna.recipient,
      state: 'bounced',
    })
    await takeDeliveryReport(report(bo.id, 'bo@elsewhere.example', 'delivered', 'OK'))
    assert.deepEqual(await ledgerOf(customer), ['anna bounced', 'bo confirmed'])
    const { problem } = await anna.refresh()
    assert.include(problem?.message, '550 5.1.1 No such user here')
    await deliver(FRIDAY.plus({ minutes: 1 }))
    assert.include(server.to(owner.email)[0].text, anna.address)
    const stranger = report('0d1f5c3e-0000-4000-8000-000000000000', 'x@y.example', 'failed', 'No')
    assert.equal(await takeDeliveryReport(stranger), null)
    const code = await takeDeliveryReport(await readFile('README.md', 'utf8')).catch(
      (error: { problem: { code: string } }) => error.problem.code
    )
    assert.equal(code, 'E_NOT_A_DELIVERY_REPORT')
  })
})
