import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { listObjects } from '#core/measurement_objects/queries/list_objects'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { findReader, readerFor } from '#core/permissions/read_rights'
import { acceptInvitation } from '#core/users/actions/accept_invitation'
import User from '#core/users/models/user'
import { findUser } from '#core/users/queries/find_user'
import { asker, partOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { mailsTo } from '#tests/made/mails'
import { Page } from '#tests/made/page'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { madeTicket } from '#tests/made/ticket'
import { statusOf } from '#tests/made/status_of'
import { PASSWORD, madeUser } from '#tests/made/user'

const newEmail = () => `p-${randomBytes(6).toString('hex')}@nordvik.example`
const USERS = '/api/admin/v1/users'
const ASSIGNABLE = '/api/admin/v1/assignable'
const OUTSIDERS = '/api/admin/v1/customer-users'

/** A customer with queues, a group of one of them, and an administrator who asks. */
async function administered(client: ApiClient) {
  const customer = await madeCustomer()
  const point = await madePoint(customer)
  await madeObjects(point, [queue('support'), queue('sales'), queue('night')])
  const objects = await MeasurementObject.query().where('customerId', customer.id).orderBy('id')
  const idOf = (identifier: string) =>
    objects.find((object) => object.identifier === identifier)?.id ?? 0
  const group = await createGroup({
    customerId: customer.id,
    name: 'Kundtjänst',
    objectIds: [idOf('support')],
  })
  const administrator = await madeUser(customer, { administrator: true, name: 'Åsa Admin' })
  return {
    customer,
    administrator,
    point,
    group,
    idOf,
    ask: asker(client, administrator, customer),
  }
}

async function seenBy(userId: number, customerId: number) {
  const reader = await readerFor(userId, customerId)
  const objects = await listObjects(reader, ['queue'], 'asterisk')
  return objects.map((object) => object.identifier)
}

/** Follows the link that was mailed to a new person; they have chosen a password then. */
async function accepted(email: string) {
  const mails = await mailsTo(email)
  const token = /\/invitation\/([\w-]+)/.exec(mails.at(-1) ?? '')?.[1] ?? ''
  await acceptInvitation(token, PASSWORD, '127.0.0.1')
  return User.findByOrFail('email', email)
}

async function lastEntry(customerId: number) {
  const [entry] = (await db
    .from('audit_entries')
    .where('customer_id', customerId)
    .orderBy('position', 'desc')
    .limit(1)) as { action: string; subject: string; details: string }[]
  return entry
}

test.group('Administering users', () => {
  test('a time zone set for a user tells their moments, until they choose one themselves', async ({
    assert,
    client,
  }) => {
    const { customer, administrator, ask } = await administered(client)
    const user = await madeUser(customer, { name: 'Eva Ek' })
    await madeTicket(user, customer)
    const place = `${USERS}/${user.id}`
    assert.equal(await statusOf(ask('PATCH', place, { zone: 'Europe/Nowhere' })), 422)
    const { body } = await ask('PATCH', place, { zone: 'Europe/Riga' })
    assert.equal(body.user.zone, 'Europe/Riga')
    const page = new Page()
    await page.signIn(user.email)
    const zoneNow = async () => {
      const { body: session } = await page.get('/api/session')
      const { body: shown } = await ask('GET', `${place}/properties`)
      assert.equal(shown.properties.zone, session.zone)
      return [session.zone, shown.properties.zoneBy]
    }
    assert.deepEqual(await zoneNow(), ['Europe/Riga', 'administrator'])
    await page.patch('/api/account', { zone: 'Atlantic/Azores' })
    assert.deepEqual(await zoneNow(), ['Atlantic/Azores', 'user'])
    await page.patch('/api/account', { zone: null })
    await ask('PATCH', place, { zone: null })
    assert.deepEqual(await zoneNow(), ['Europe/Stockholm', 'customer'])
    const { body: shown } = await ask('GET', `${place}/properties`)
    assert.containsSubset(shown.properties, {
      id: user.id,
      email: user.email,
      newEmail: null,
      ownName: 'Eva Ek',
      language: 'sv',
      objects: 0,
      tickets: 1,
      savedReports: 0,
      connectors: 0,
    })
    assert.isString(shown.properties.lastEnteredAt)

    // Days of the audit log, and times in its file, are the reader's own.
    await administrator.merge({ zone: 'Asia/Tokyo' }).save()
    const file = await ask('GET', '/api/audit/v1/export')
    assert.match(file.text, /\+09:00/)
    assert.notMatch(file.text, /\+0[12]:00/)
  })

  test('a new user is invited by mail, with what they may see, and stands in the list as waiting', async ({
    assert,
    client,
  }) => {
    const { customer, group, idOf, ask } = await administered(client)
    const email = newEmail()
    const { status, body } = await ask('POST', USERS, {
      email,
      name: 'Eva Ek',
      language: 'en',
      callSpecification: false,
      objects: [idOf('sales')],
      groups: [group.id],
    })
    assert.equal(status, 201)
    assert.isTrue(body.invitation.sent)
    assert.containsSubset(body.user, {
      email,
      role: 'user',
      active: false,
      objects: 1,
      groups: 1,
      callSpecification: false,
    })
    assert.isNotNull(body.user.invitedUntil)
    assert.lengthOf(await mailsTo(email), 1)
    assert.containsSubset(await lastEntry(customer.id), { action: 'user.created', subject: email })
    assert.isNull(await findUser(email))
    const { id } = await accepted(email)
    assert.sameMembers(await seenBy(id, customer.id), ['sales', 'support'])
    const listed = await ask('GET', `${USERS}/${id}`)
    assert.containsSubset(listed.body.user, { name: 'Eva Ek', active: true, invited: false })
    const reader = await readerFor(id, customer.id)
    assert.isFalse(reader.callSpecification)
  })

  test('the list is filtered by name and address', async ({ assert, client }) => {
    const { customer, administrator, ask } = await administered(client)
    const anna = await madeUser(customer, { name: 'Anna Öberg' })
    const found = async (filter: string) => {
      const { body } = await ask('GET', `${USERS}?filter=${encodeURIComponent(filter)}`)
      return (body.users as { id: number }[]).map(({ id }) => id)
    }
    assert.deepEqual(await found('ÖBERG'), [anna.id])
    assert.deepEqual(await found(administrator.email.slice(0, 18)), [administrator.id])
    assert.lengthOf(await found(''), 2)
    assert.deepEqual(await found('nobody'), [])
  })

  test('the list is sought, ordered and answered in parts, those who are invited among the others', async ({
    assert,
    client,
  }) => {
    const { customer, ask } = await administered(client)
    for (const name of ['Örjan Ek', 'Bo Ek', 'ärla Lund']) await madeUser(customer, { name })
    await ask('POST', USERS, { email: newEmail(), name: 'Cia Ek' })
    const stranger = await madeUser(await madeCustomer(), { name: 'Dan Ek' })
    const part = async (query: string) => {
      const { body } = await ask('GET', `${USERS}?${query}`)
      const names = (body.users as { name: string }[]).map(({ name }) => name)
      return { names, found: body.found as number, all: body.all as number }
    }
    assert.deepEqual(await part('limit=2&order=-name&filter=ek'), {
      names: ['Örjan Ek', 'Cia Ek'],
      found: 3,
      all: 5,
    })
    assert.deepEqual(await part('limit=2&offset=2&order=-name&filter=ek'), {
      names: ['Bo Ek'],
      found: 3,
      all: 5,
    })
    const { names: one } = await part(`filter=${encodeURIComponent('LUND Ärla')}`)
    assert.deepEqual(one, ['ärla Lund'])
    const { names: nobody } = await part(`filter=${stranger.email}`)
    assert.deepEqual(nobody, [])
    for (const query of ['limit=0', 'limit=501', 'offset=-1', 'order=password', 'limit=many']) {
      const { status, body } = await ask('GET', `${USERS}?${query}`)
      assert.equal(status, 422, query)
      assert.equal(body.error.field, query.split('=')[0])
    }
  })

  test('thousands of objects are given one by one, and put into a group, at once', async ({
    assert,
    client,
  }) => {
    const { customer, point, ask } = await administered(client)
    const names = Array.from({ length: 1200 }, (_, n) => queue(`kö ${n}`))
    for (const from of [0, 400, 800]) await madeObjects(point, names.slice(from, from + 400))
    const rows = await MeasurementObject.query().where('customerId', customer.id)
    const objects = rows.map(({ id }) => id)
    const user = await madeUser(customer)
    const given = await ask('PUT', `${USERS}/${user.id}/assignments`, { objects, groups: [] })
    assert.equal(given.status, 200)
    assert.lengthOf(given.body.objects, 1203)
    const group = { name: 'Alla', objects }
    assert.equal(await statusOf(ask('POST', '/api/admin/v1/groups', group)), 201)
    const { body } = await ask(
      'GET',
      `${ASSIGNABLE}?filter=${encodeURIComponent('kö 119')}&limit=5`
    )
    assert.containsSubset(body, { found: 12, all: 1203, groups: [{ name: 'Alla', objects: 1203 }] })
    assert.lengthOf(body.objects, 5)
  })

  test('what can be given is sought in parts, and what the person has stays listed', async ({
    assert,
    client,
  }) => {
    const { customer, group, idOf, ask } = await administered(client)
    const user = await madeUser(customer)
    await ask('PUT', `${USERS}/${user.id}/assignments`, { objects: [idOf('night')], groups: [] })
    const names = ({ objects }: { objects: { name: string }[] }) => objects.map(({ name }) => name)
    const { body: first } = await ask('GET', `${ASSIGNABLE}?limit=1&of=${user.id}`)
    assert.sameMembers(names(first), ['night'])
    assert.containsSubset(first, { found: 3, all: 3, groups: [{ id: group.id, objects: 1 }] })
    const { body: sought } = await ask('GET', `${ASSIGNABLE}?filter=sal&of=${user.id}`)
    assert.sameMembers(names(sought), ['sales', 'night'])
    assert.containsSubset(sought, { found: 1, all: 3 })
    // Seeking a group finds what is in it.
    const { body: grouped } = await ask('GET', `${ASSIGNABLE}?filter=kundtj`)
    assert.deepEqual(names(grouped), ['support'])
    assert.deepEqual(grouped.objects[0].groups, [group.id])
    const stranger = await madeUser(await madeCustomer())
    assert.equal(await statusOf(ask('GET', `${ASSIGNABLE}?of=${stranger.id}`)), 404)
  })

  test('rights change at once: everything until a moment, and no call specifications, of administrators too', async ({
    assert,
    client,
  }) => {
    const { customer, administrator, ask } = await administered(client)
    const user = await madeUser(customer)
    assert.isEmpty(await seenBy(user.id, customer.id))
    const until = DateTime.utc().plus({ hours: 1 }).toISO()
    const change = await ask('PATCH', `${USERS}/${user.id}`, {
      seesEverythingUntil: until,
      callSpecification: false,
    })
    assert.equal(change.status, 200)
    assert.lengthOf(await seenBy(user.id, customer.id), 3)
    const past = DateTime.utc().minus({ minutes: 1 }).toISO()
    await ask('PATCH', `${USERS}/${user.id}`, { seesEverythingUntil: past })
    assert.isEmpty(await seenBy(user.id, customer.id))
    const reader = await readerFor(user.id, customer.id)
    assert.isFalse(reader.callSpecification)
    await ask('PATCH', `${USERS}/${administrator.id}`, { callSpecification: false })
    const refused = await ask('POST', '/api/report/v1/specification')
    assert.equal(refused.status, 403)
    assert.containsSubset(await lastEntry(customer.id), { action: 'rights.changed' })
  })

  test('a locked user is out at once, and in again when unlocked', async ({ assert, client }) => {
    const { customer, ask } = await administered(client)
    const user = await madeUser(customer)
    const theirs = asker(client, user, customer)
    assert.equal(await statusOf(theirs('GET', '/api/report/v1/types')), 200)
    assert.equal(await statusOf(ask('POST', `${USERS}/${user.id}/lock`)), 204)
    assert.equal(await statusOf(theirs('GET', '/api/report/v1/types')), 401)
    const { body } = await ask('GET', `${USERS}/${user.id}`)
    assert.isTrue(body.user.locked)
    await ask('DELETE', `${USERS}/${user.id}/lock`)
    assert.equal(await statusOf(theirs('GET', '/api/report/v1/types')), 200)
  })

  test('an invitation is sent again, which ends the one before, and is made worthless', async ({
    assert,
    client,
  }) => {
    const { ask } = await administered(client)
    const email = newEmail()
    const { body } = await ask('POST', USERS, { email })
    const address = `${USERS}/${body.user.id}/invitation`
    assert.equal(await statusOf(ask('POST', address)), 200)
    assert.lengthOf(await mailsTo(email), 2)
    const sent = await mailsTo(email)
    const links = sent.map((mail) => /\/invitation\/[\w-]+/.exec(mail)?.[0])
    const opened = await Promise.all(links.map((link) => statusOf(new Page().get(`/api${link}`))))
    assert.deepEqual(opened.sort(), [200, 404])
    assert.equal(await statusOf(ask('DELETE', address)), 204)
    assert.equal(await statusOf(new Page().get(`/api${links.at(-1)}`)), 404)
    assert.equal(await statusOf(ask('DELETE', address)), 409)
    assert.equal(await statusOf(ask('DELETE', `${USERS}/${body.user.id}`)), 204)
    assert.equal(await statusOf(ask('GET', `${USERS}/${body.user.id}`)), 404)
  })

  test('who is removed is out; the account goes where no other customer has it', async ({
    assert,
    client,
  }) => {
    const { customer, ask } = await administered(client)
    const user = await madeUser(customer)
    const shared = await madeUser(customer)
    await madeUser(await madeCustomer(), { email: shared.email })
    assert.equal(await statusOf(ask('DELETE', `${USERS}/${user.id}`)), 204)
    assert.equal(await statusOf(ask('DELETE', `${USERS}/${shared.id}`)), 204)
    assert.isNull(await User.find(user.id))
    assert.isNotNull(await User.find(shared.id))
    assert.isNull(await findReader(shared.id, customer.id))
  })

  test('the last administrator can be neither removed, locked nor made less', async ({
    assert,
    client,
  }) => {
    const { administrator, ask } = await administered(client)
    const me = `${USERS}/${administrator.id}`
    for (const answer of [
      await ask('DELETE', me),
      await ask('POST', `${me}/lock`),
      await ask('PATCH', me, { role: 'user' }),
    ]) {
      assert.equal(answer.status, 409)
      assert.equal(answer.body.error.code, 'E_LAST_ADMINISTRATOR')
    }
  })

  test('what is the person’s own is changed by nobody else: mobile number, language and name', async ({
    assert,
    client,
  }) => {
    const { customer, ask } = await administered(client)
    const user = await madeUser(customer, { name: 'Anna Öberg', language: 'en' })
    for (const change of [{ mobile: '+46701740605' }, { mobile: null }, { language: 'sv' }]) {
      const refused = await ask('PATCH', `${USERS}/${user.id}`, { role: 'user', ...change })
      assert.equal(refused.body.error.code, 'E_OTHERS_ACCOUNT')
    }
    const invited = await ask('POST', USERS, { email: newEmail(), mobile: '+46701740605' })
    assert.equal(invited.body.error.code, 'E_OTHERS_ACCOUNT')
    const renamed = await ask('PATCH', `${USERS}/${user.id}`, { name: 'Anna på växeln' })
    assert.equal(renamed.body.user.name, 'Anna på växeln')
    await user.refresh()
    assert.containsSubset(user.$attributes, { name: 'Anna Öberg', language: 'en', mobile: null })
  })

  test('a user who is given a site sees all its objects, also those that appear later', async ({
    assert,
    client,
  }) => {
    const { customer, idOf, ask } = await administered(client)
    const site = await madePoint(customer, { name: 'Malmö' })
    await madeObjects(site, [queue('reception')])
    const user = await madeUser(customer)
    const address = `${USERS}/${user.id}/assignments`
    const given = { objects: [idOf('sales')], groups: [], points: [site.id] }
    const { body } = await ask('PUT', address, given)
    assert.deepEqual(body, given)
    assert.sameMembers(await seenBy(user.id, customer.id), ['sales', 'reception'])
    await madeObjects(site, [queue('reception'), queue('switchboard')])
    assert.sameMembers(await seenBy(user.id, customer.id), ['sales', 'reception', 'switchboard'])
    await ask('PUT', address, { objects: [], groups: [] })
    assert.sameMembers(await seenBy(user.id, customer.id), ['reception', 'switchboard'])
    await ask('PUT', address, { objects: [], groups: [], points: [] })
    assert.isEmpty(await seenBy(user.id, customer.id))
  })

  test('a ticket is made for a user, its secret shown once and exchanged, and revoked', async ({
    assert,
    client,
  }) => {
    const { customer, ask } = await administered(client)
    const user = await madeUser(customer)
    const tickets = `${USERS}/${user.id}/tickets`
    const made = await ask('POST', tickets, { name: 'Power BI', grants: ['report'] })
    assert.equal(made.status, 201)
    const use = async (secret: string) => {
      const response = await client
        .get('/api/report/v1/types')
        .header('Api-Token', made.body.ticket.token)
        .header('Api-Secret', secret)
      return response.status()
    }
    assert.equal(await use(made.body.secret), 200)
    const listed = await ask('GET', tickets)
    assert.lengthOf(listed.body.tickets, 1)
    assert.notInclude(listed.text, made.body.secret)
    const rotated = await ask('POST', `${tickets}/${made.body.ticket.id}/rotate`)
    assert.equal(await use(made.body.secret), 401)
    assert.equal(await use(rotated.body.secret), 200)
    await ask('DELETE', `${tickets}/${made.body.ticket.id}`)
    assert.equal(await use(rotated.body.secret), 401)
  })

  test("another customer's users, objects, groups and tickets are unknown", async ({
    assert,
    client,
  }) => {
    const mine = await administered(client)
    const theirs = await administered(client)
    const user = await madeUser(mine.customer)
    const { ticket } = await madeTicket(theirs.administrator, theirs.customer)
    const stranger = `${USERS}/${theirs.administrator.id}`
    assert.equal(await statusOf(mine.ask('GET', stranger)), 404)
    assert.equal(await statusOf(mine.ask('PATCH', stranger, { role: 'user' })), 404)
    assert.equal(await statusOf(mine.ask('DELETE', stranger)), 404)
    const give = (given: object) => mine.ask('PUT', `${USERS}/${user.id}/assignments`, given)
    assert.equal(await statusOf(give({ objects: [theirs.idOf('sales')], groups: [] })), 404)
    assert.equal(await statusOf(give({ objects: [], groups: [theirs.group.id] })), 404)
    const points = [theirs.point.id]
    assert.equal(await statusOf(give({ objects: [], groups: [], points })), 404)
    assert.equal(await statusOf(mine.ask('POST', USERS, { email: newEmail(), points })), 404)
    const offered = await partOf<{ id: number }[]>(mine.ask('GET', ASSIGNABLE), 'points')
    assert.deepEqual(
      offered?.map(({ id }) => id),
      [mine.point.id]
    )
    const rotate = `${USERS}/${user.id}/tickets/${ticket.id}/rotate`
    assert.equal(await statusOf(mine.ask('POST', rotate)), 404)
    const { text } = await mine.ask('GET', USERS)
    assert.notInclude(text, theirs.administrator.email)
  })
})

test.group('Customer users', () => {
  test('are invited and given objects by somebody who has that right and is no administrator', async ({
    assert,
    client,
  }) => {
    const { customer, group, idOf, ask } = await administered(client)
    const manager = await madeUser(customer, { groups: ['Kundtjänst'], objects: ['sales'] })
    const theirs = asker(client, manager, customer)
    assert.equal(await statusOf(theirs('GET', OUTSIDERS)), 403)
    await ask('PATCH', `${USERS}/${manager.id}`, { rights: ['customerUsers.manage'] })
    const email = newEmail()
    const made = await theirs('POST', OUTSIDERS, {
      email,
      groups: [group.id],
      seesEverything: true,
      rights: ['exports.make', 'customerUsers.manage'],
      role: 'administrator',
    })
    assert.equal(made.status, 201)
    assert.containsSubset(made.body.user, { role: 'customerUser', seesEverything: false })
    assert.deepEqual(made.body.user.rights, ['exports.make'])
    const outsider = await accepted(email)
    assert.deepEqual(await seenBy(outsider.id, customer.id), ['support'])
    const address = `${OUTSIDERS}/${outsider.id}/assignments`
    const hidden = await theirs('PUT', address, { objects: [idOf('night')], groups: [] })
    assert.equal(hidden.body.error.code, 'E_NOT_YOURS_TO_GIVE')
    const given = await theirs('PUT', address, { objects: [idOf('sales')], groups: [] })
    assert.deepEqual(given.body, { objects: [idOf('sales')], groups: [], points: [] })
    assert.equal(await statusOf(theirs('GET', USERS)), 403)
  })

  test('are given a whole site only by somebody who has it whole themselves', async ({
    assert,
    client,
  }) => {
    const { customer, administrator, point, ask } = await administered(client)
    const site = await madePoint(customer, { name: 'Malmö' })
    const manager = await madeUser(customer, { objects: ['support', 'sales', 'night'] })
    await ask('PATCH', `${USERS}/${manager.id}`, { rights: ['customerUsers.manage'] })
    await ask('PUT', `${USERS}/${manager.id}/assignments`, {
      objects: [],
      groups: [],
      points: [site.id],
    })
    const theirs = asker(client, manager, customer)
    const offered = (by: typeof theirs) =>
      partOf<{ name: string }[]>(by('GET', ASSIGNABLE), 'points')
    assert.deepEqual(await offered(theirs), [{ id: site.id, name: 'Malmö', source: 'asterisk' }])
    assert.lengthOf((await offered(asker(client, administrator, customer))) ?? [], 2)
    const invite = (points: number[]) => theirs('POST', OUTSIDERS, { email: newEmail(), points })
    const refused = await invite([point.id])
    assert.equal(refused.body.error.code, 'E_NOT_YOURS_TO_GIVE')
    const made = await invite([site.id])
    assert.containsSubset(made.body.user, { role: 'customerUser', points: 1 })
    await madeObjects(site, [queue('reception')])
    const outsider = await accepted(made.body.user.email)
    assert.deepEqual(await seenBy(outsider.id, customer.id), ['reception'])
  })

  test('are mailed where they sign in under the look of the customer, also who has an account already', async ({
    assert,
    client,
  }) => {
    const { customer, ask } = await administered(client)
    const name = `Ödåkra Växel ${randomBytes(4).toString('hex')} & Co`
    const saved = await ask('PATCH', '/api/admin/v1/branding', { name })
    assert.equal(saved.status, 200)
    const link = `/login?branding=${encodeURIComponent(name)}`
    const invite = async (email: string, language: string) => {
      const { status } = await ask('POST', OUTSIDERS, { email, language })
      assert.equal(status, 201)
      const mails = await mailsTo(email)
      return mails.at(-1) ?? ''
    }
    for (const [language, before] of [
      ['sv', 'Sedan loggar du in här:'],
      ['en', 'After that you sign in here:'],
      ['et', 'Edaspidi logi sisse siin:'],
      ['lv', 'Pēc tam pierakstieties šeit:'],
    ] as const) {
      const mail = await invite(newEmail(), language)
      assert.match(mail, /\/invitation\/[\w-]+/)
      assert.include(mail, before)
      assert.include(mail, `http://127.0.0.1:${process.env.PORT}${link}`)
      const other = await madeUser(await madeCustomer(), { language })
      const told = await invite(other.email, language)
      assert.match(told, /\/invitation\/[\w-]+/)
      assert.include(told, link)
      assert.include(told, customer.name)
      assert.include(told, other.name)
    }
  })

  test('of a customer without a look of its own are mailed no such address', async ({
    assert,
    client,
  }) => {
    const { ask } = await administered(client)
    const email = newEmail()
    await ask('POST', OUTSIDERS, { email })
    const [mail = ''] = await mailsTo(email)
    assert.include(mail, '/invitation/')
    assert.notInclude(mail, '/login')
  })

  test('are all that such a person manages: ordinary users are unknown there', async ({
    assert,
    client,
  }) => {
    const { customer, administrator, ask } = await administered(client)
    const manager = await madeUser(customer)
    await ask('PATCH', `${USERS}/${manager.id}`, { rights: ['customerUsers.manage'] })
    const theirs = asker(client, manager, customer)
    for (const id of [administrator.id, manager.id]) {
      assert.equal(await statusOf(theirs('GET', `${OUTSIDERS}/${id}`)), 404)
      assert.equal(await statusOf(theirs('DELETE', `${OUTSIDERS}/${id}`)), 404)
      assert.equal(await statusOf(theirs('PATCH', `${OUTSIDERS}/${id}`, {})), 404)
    }
    assert.deepEqual(await partOf(theirs('GET', OUTSIDERS), 'users'), [])
  })

  test('take files away and open calls only where they have the right, and what they do is told', async ({
    assert,
    client,
  }) => {
    const { customer, idOf, ask } = await administered(client)
    const made = await ask('POST', OUTSIDERS, { email: newEmail(), objects: [idOf('sales')] })
    const outsider = await accepted(made.body.user.email)
    const theirs = asker(client, outsider, customer)
    const report = {
      report: 'asterisk.queue',
      period: { from: '2026-01-05', to: '2026-01-05' },
      objects: ['sales'],
      columns: 'all',
      format: 'csv',
    }
    for (const address of ['export', 'generate', 'specification']) {
      const { status } = await theirs('POST', `/api/report/v1/${address}`, report)
      assert.equal(status, 403, address)
    }
    await ask('PATCH', `${OUTSIDERS}/${outsider.id}`, { rights: ['exports.make'] })
    const taken = await theirs('POST', '/api/report/v1/export', report)
    assert.notEqual(taken.status, 403)
    const { body } = await ask('GET', `${OUTSIDERS}/${outsider.id}/activity`)
    assert.isArray(body.entries)
  })

  test('of another customer are unknown', async ({ assert, client }) => {
    const mine = await administered(client)
    const theirs = await administered(client)
    const made = await theirs.ask('POST', OUTSIDERS, { email: newEmail() })
    const address = `${OUTSIDERS}/${made.body.user.id}`
    assert.equal(await statusOf(mine.ask('GET', address)), 404)
    assert.equal(await statusOf(mine.ask('GET', `${address}/activity`)), 404)
    assert.equal(await statusOf(mine.ask('POST', `${address}/invitation`)), 404)
  })
})
