import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { ApiClient } from '@japa/api-client'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { type Right, rights } from '#core/permissions/right'
import { ACTING } from '#core/users/sessions/session_key'
import { asker, liveSession } from '#tests/made/asker'
import { madeConnector } from '#tests/made/connector'
import { madeCustomer } from '#tests/made/customer'
import { invitedTo } from '#tests/made/invited'
import { collectedLog } from '#tests/made/queue_log'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'
import { momentText } from '#database/columns'

const ADMIN = '/api/admin/v1'
const SAVED = '/api/report/v1/saved-reports'
const refusals = [
  'E_NOT_YOURS_TO_GIVE',
  'E_NOT_ALLOWED',
  'E_NO_SPECIFICATION_TO_SEND',
  'E_UNKNOWN_OBJECT',
  'E_UNKNOWN_GROUP',
]

type Ask = ReturnType<typeof asker>
type Answer = Awaited<ReturnType<Ask>>
/** A way of giving: a request, and who sends it. */
type Way = (ask: Ask, world: World) => Promise<Answer>

const newEmail = () => `p-${randomBytes(6).toString('hex')}@nordvik.example`
const schedule = { send: 'fridays', sendTime: '18:00', period: 'weekToToday', format: 'xlsx' }
const connector = {
  enabled: true,
  tokenRequired: false,
  period: 'weekToToday',
  specification: true,
  grouped: true,
}

/**
 * A customer with two queues, in which one person owns a report with calls, one administers it with all
 * rights, one without calls, and one manages customer users and sees one queue.
 */
async function madeGivers(client: ApiClient) {
  const customer = await madeCustomer({ plugins: ['asterisk', 'power_bi'] })
  await collectedLog(customer)
  const idOf = async (identifier: string) => {
    const found = await MeasurementObject.findByOrFail({ customerId: customer.id, identifier })
    return found.id
  }
  const [support, sales] = [await idOf('support'), await idOf('sälj')]
  const group = await createGroup({
    customerId: customer.id,
    name: 'Kundtjänst',
    objectIds: [support],
  })
  const hidden = await createGroup({ customerId: customer.id, name: 'Sälj', objectIds: [sales] })
  const point = await CollectionPoint.findByOrFail({ customerId: customer.id })
  const all = { seesEverything: true, callSpecification: true }
  const owner = await madeUser(customer, all)
  const whole = await madeUser(customer, { administrator: true, callSpecification: true })
  const callless = await madeUser(customer, { administrator: true, callSpecification: false })
  const manager = await madeUser(customer, { objects: ['support'], callSpecification: false })
  const plain = await madeUser(customer, { objects: ['support'], callSpecification: false })
  const outsider = await madeUser(customer, { customerUser: true, callSpecification: false })
  const membership = { user_id: manager.id, customer_id: customer.id }
  const { id } = (await db.from('memberships').where(membership).select('id').first()) as {
    id: number
  }
  await db.table('membership_rights').insert({ membership_id: id, right: 'customerUsers.manage' })
  const invitedUser = await invitedTo(customer)
  const invited = await invitedTo(customer, { role: 'customerUser' })
  // Made by somebody who has it all; another address may be another person.
  const whatAllHave = {
    callSpecification: true,
    assignment: { objects: [sales], groups: [], points: [] },
  }
  const offered = await invitedTo(customer, { ...whatAllHave, role: 'customerUser' })
  const offeredObjects = await invitedTo(customer, {
    ...whatAllHave,
    role: 'customerUser',
    callSpecification: false,
  })
  const made = await madeSavedReport(customer, owner, {}, { specification: true })
  const { connector: opened } = await madeConnector(made.saved, { tokenRequired: true })
  const quiet = await madeSavedReport(customer, owner)
  const { connector: closed } = await madeConnector(quiet.saved, { specification: false })
  const { ticket } = await madeTicket(owner, customer)
  const acting = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body = {}
  ) => {
    const until = Date.now() + 600_000
    const as = { userId: owner.id, customerId: customer.id, write: true, until }
    const request = client
      .request(path, method)
      .withCsrfToken()
      .withSession({ ...(await liveSession(callless, customer)), [ACTING]: as })
      .loginAs(callless)
    const response = await (method === 'GET' ? request : request.json(body))
    return { status: response.status(), body: response.body(), headers: {}, text: response.text() }
  }
  return {
    ...{ customer, support, sales, group, hidden, point, owner, plain, outsider, callless, ticket },
    ...{ invited: `i${invited.invitation.id}`, invitedUser: `i${invitedUser.invitation.id}` },
    ...{ offered: `i${offered.invitation.id}`, offeredObjects: `i${offeredObjects.invitation.id}` },
    ...{ made, quiet, opened, closed },
    asks: {
      whole: asker(client, whole, customer),
      callless: asker(client, callless, customer),
      acting: acting as Ask,
      manager: asker(client, manager, customer),
      plain: asker(client, plain, customer),
      owner: asker(client, owner, customer),
    },
  }
}
type World = Awaited<ReturnType<typeof madeGivers>>

const connectorsOf = ({ saved }: World['made']) => `${SAVED}/${saved.id}/connectors`

/** Calls handed out in the name of the report's owner. */
const callsOfOthers: Record<string, Way> = {
  'a schedule with calls': (ask, { quiet }) =>
    ask('POST', `${SAVED}/${quiet.saved.id}/schedules`, { ...schedule, specification: true }),
  'calls in a schedule': (ask, { quiet }) =>
    ask('PATCH', `${SAVED}/${quiet.saved.id}/schedules/${quiet.schedule.id}`, {
      ...schedule,
      specification: true,
    }),
  'a recipient of calls': (ask, { made }) =>
    ask('PATCH', `${SAVED}/${made.saved.id}`, { recipients: [newEmail()] }),
  'another query of a report with calls': (ask, { made }) =>
    ask('PATCH', `${SAVED}/${made.saved.id}`, { query: made.saved.query }),
  'a report with calls switched on': (ask, { made }) =>
    ask('PATCH', `${SAVED}/${made.saved.id}`, { active: true }),
  'a report with calls resumed': (ask, { made }) =>
    ask('DELETE', `${SAVED}/${made.saved.id}/pause`),
  'calls sent by hand': (ask, { made }) =>
    ask('POST', `${SAVED}/${made.saved.id}/schedules/${made.schedule.id}/send`, {
      recipients: [newEmail()],
    }),
  'a connector with calls': (ask, { quiet }) =>
    ask('POST', connectorsOf(quiet), { kind: 'power_bi', ...connector }),
  'calls in a connector': (ask, { quiet, closed }) =>
    ask('PUT', `${connectorsOf(quiet)}/${closed.id}`, connector),
  'a connector with calls without its token': (ask, { made, opened }) =>
    ask('PUT', `${connectorsOf(made)}/${opened.id}`, connector),
  'a new token to calls': (ask, { made, opened }) =>
    ask('POST', `${connectorsOf(made)}/${opened.id}/token`),
  'the guide to calls': (ask, { made, opened }) =>
    ask('GET', `${connectorsOf(made)}/${opened.id}/guide`),
}

/** Calls given by an administrator. */
const calls: Record<string, Way> = {
  'an invited user': (ask) =>
    ask('POST', `${ADMIN}/users`, { email: newEmail(), callSpecification: true }),
  'an invited user, as a right': (ask) =>
    ask('POST', `${ADMIN}/users`, { email: newEmail(), rights: ['specifications.open'] }),
  'an invited administrator': (ask) =>
    ask('POST', `${ADMIN}/users`, {
      email: newEmail(),
      role: 'administrator',
      callSpecification: true,
    }),
  'a user': (ask, { plain }) =>
    ask('PATCH', `${ADMIN}/users/${plain.id}`, { callSpecification: true }),
  'themselves': (ask, { callless }) =>
    ask('PATCH', `${ADMIN}/users/${callless.id}`, { callSpecification: true }),
  'another role with calls': (ask, { plain }) =>
    ask('PATCH', `${ADMIN}/users/${plain.id}`, {
      role: 'administrator',
      rights: ['specifications.open'],
    }),
  'somebody who has not accepted yet': (ask, { invitedUser }) =>
    ask('PATCH', `${ADMIN}/users/${invitedUser}`, { callSpecification: true }),
  'a customer user': (ask, { outsider }) =>
    ask('PATCH', `${ADMIN}/customer-users/${outsider.id}`, { callSpecification: true }),
  'the calls of an invitation at another address': (ask, { offered }) =>
    ask('POST', `${ADMIN}/users/${offered}/email`, { email: newEmail() }),
  'a ticket': (ask, { owner }) =>
    ask('POST', `${ADMIN}/users/${owner.id}/tickets`, { name: 'x', grants: ['report'] }),
  'the secret of a ticket': (ask, { owner, ticket }) =>
    ask('POST', `${ADMIN}/users/${owner.id}/tickets/${ticket.id}/rotate`),
  'another owner of a connector with calls': (ask, { made, owner }) =>
    ask('PUT', `${SAVED}/${made.saved.id}/owner`, { userId: owner.id }),
  ...callsOfOthers,
}

/** Objects given by somebody who sees one queue and has been given no group and no point. */
const objects: Record<string, Way> = {
  'the objects of an invitation at another address': (ask, { offeredObjects }) =>
    ask('POST', `${ADMIN}/customer-users/${offeredObjects}/email`, { email: newEmail() }),
  ...Object.fromEntries(
    (['objects', 'groups', 'points'] as const).flatMap((kind) => {
      const given = ({ sales, group, point }: World) => ({
        ...{ objects: [], groups: [] },
        [kind]: [{ objects: sales, groups: group.id, points: point.id }[kind]],
      })
      const ways: [string, Way][] = [
        [
          `${kind} with an invitation`,
          (ask, world) =>
            ask('POST', `${ADMIN}/customer-users`, { email: newEmail(), ...given(world) }),
        ],
        [
          `${kind} to a customer user`,
          (ask, world) =>
            ask('PUT', `${ADMIN}/customer-users/${world.outsider.id}/assignments`, given(world)),
        ],
        [
          `${kind} to somebody who has not accepted yet`,
          (ask, world) =>
            ask('PUT', `${ADMIN}/customer-users/${world.invited}/assignments`, given(world)),
        ],
      ]
      return ways
    })
  ),
}

/** Rights that only who has them gives, each in each way. */
const givenRights: Record<string, Way> = Object.fromEntries(
  rights
    .filter((right) => !(['exports.make', 'customerUsers.manage'] as Right[]).includes(right))
    .flatMap((right) => {
      const ways: [string, Way][] = [
        [
          `${right} with an invitation`,
          (ask) => ask('POST', `${ADMIN}/customer-users`, { email: newEmail(), rights: [right] }),
        ],
        [
          `${right} to a customer user`,
          (ask, { outsider }) =>
            ask('PATCH', `${ADMIN}/customer-users/${outsider.id}`, { rights: [right] }),
        ],
        [
          `${right} to somebody who has not accepted yet`,
          (ask, { invited }) =>
            ask('PATCH', `${ADMIN}/customer-users/${invited}`, { rights: [right] }),
        ],
      ]
      return ways
    })
)

const oneQueue = { report: 'asterisk.queue', columns: ['incoming'] }
/** Reports shared by somebody who sees one queue of two. */
const reports: Record<string, Way> = {
  'a report of an unseen object': (ask) =>
    ask('POST', SAVED, { name: 'x', query: { ...oneQueue, objects: ['sälj'] } }),
  'a copy of another’s template': (ask, { quiet }) =>
    ask('POST', `${SAVED}/${quiet.saved.id}/copy`),
  'a report for a group': (ask, { quiet, hidden }) =>
    ask('POST', `${SAVED}/${quiet.saved.id}/for-groups`, { groups: [hidden.id] }),
  'a file that is mailed': (ask) =>
    ask('POST', '/api/jobs/v1/exports', {
      ...oneQueue,
      objects: ['sälj'],
      format: 'csv',
      period: { from: '2026-01-05', to: '2026-01-05' },
      recipients: [newEmail()],
    }),
}

test.group('Nobody gives a right that they lack', () => {
  test('whichever right it is, and whichever way it is given', async ({ assert, client }) => {
    const table: [keyof World['asks'], keyof World['asks'], Record<string, Way>][] = [
      ['callless', 'whole', calls],
      ['acting', 'owner', callsOfOthers],
      ['manager', 'whole', objects],
      ['manager', 'whole', givenRights],
      ['plain', 'whole', reports],
    ]
    const wrong: string[] = []
    for (const [lacking, having, ways] of table) {
      // What one has given would be had by the next.
      const world = await madeGivers(client)
      const { asks, quiet, made } = world
      await made.saved.merge({ recipients: [newEmail()] }).save()
      await quiet.saved
        .merge({ isTemplate: true, query: { ...oneQueue, objects: ['sälj'] } as never })
        .save()
      for (const [title, way] of Object.entries(ways)) {
        const refused = await way(asks[lacking], world)
        const { code } = (refused.body as { error?: { code: string } }).error ?? { code: '' }
        if (![403, 404].includes(refused.status) || !refusals.includes(code)) {
          wrong.push(`${lacking} gives ${title}: ${refused.status} ${code}`)
        }
      }
      for (const [title, way] of Object.entries(ways)) {
        const given = await way(asks[having], world)
        if (given.status >= 400) wrong.push(`${having} cannot give ${title}: ${given.text}`)
      }
    }
    assert.deepEqual(wrong, [])
  })

  test('nor learns from another’s connector the link to calls', async ({ assert, client }) => {
    const { asks, made } = await madeGivers(client)
    const linksOf = async (ask: Ask) => {
      const { body } = await ask('GET', connectorsOf(made))
      const [{ link, guide }] = body.connectors
      return [link, guide]
    }
    assert.deepEqual(await linksOf(asks.callless), [null, null])
    assert.deepEqual(await linksOf(asks.acting), [null, null])
    for (const ask of [asks.whole, asks.owner]) {
      const [link] = await linksOf(ask)
      assert.match(link, /\/c\/[\w-]{32}\//)
    }
  })

  test('nor gives it later: a ticket opens no calls that its maker could not, and who has lost a report loses its links', async ({
    assert,
    client,
  }) => {
    const { asks, customer, owner, plain } = await madeGivers(client)
    const path = `${ADMIN}/users/${plain.id}/tickets`
    const { body } = await asks.callless('POST', path, { name: 'x', grants: ['report'] })
    await db
      .from('memberships')
      .where({ user_id: plain.id, customer_id: customer.id })
      .update({ call_specification: true })
    const specification = async (secret: string) => {
      const response = await client
        .post('/api/report/v1/specification')
        .header('Api-Token', body.ticket.token)
        .header('Api-Secret', secret)
        .json({ ...oneQueue, period: { from: '2026-01-05', to: '2026-01-05' } })
      return response.status()
    }
    assert.equal(await specification(body.secret), 403)
    const rotated = await asks.whole('POST', `${path}/${body.ticket.id}/rotate`)
    assert.equal(await specification(rotated.body.secret), 200)

    const { saved } = await madeSavedReport(customer, plain)
    const { url } = await madeConnector(saved, { specification: false })
    const before = await fetch(`${url}data.json`)
    assert.notEqual(before.status, 404)
    await asks.whole('PUT', `${SAVED}/${saved.id}/owner`, { userId: owner.id })
    const after = await fetch(`${url}data.json`)
    assert.equal(after.status, 404)
    const listed = await asks.owner('GET', `${SAVED}/${saved.id}/connectors`)
    assert.isFalse(listed.body.connectors[0].enabled)
  })

  test('a group to which objects may be added later is given only by who has been given it', async ({
    assert,
    client,
  }) => {
    const { asks, customer, group, outsider, support } = await madeGivers(client)
    const offered = async () => {
      const { body } = await asks.manager('GET', `${ADMIN}/assignable`)
      return body.groups.map(({ id }: { id: number }) => id)
    }
    const give = async () => {
      const path = `${ADMIN}/customer-users/${outsider.id}/assignments`
      const { status } = await asks.manager('PUT', path, { objects: [], groups: [group.id] })
      return status
    }
    assert.deepEqual([await offered(), await give()], [[], 403])
    const manager = await db
      .from('membership_rights')
      .join('memberships', 'memberships.id', 'membership_rights.membership_id')
      .where({ customer_id: customer.id, right: 'customerUsers.manage' })
      .select('memberships.id as id')
      .firstOrFail()
    await db.table('membership_groups').insert({ membership_id: manager.id, group_id: group.id })
    assert.deepEqual([await offered(), await give()], [[group.id], 200])
    assert.isAbove(support, 0)
  })

  test('what somebody sees until a moment is not theirs to give on', async ({ assert, client }) => {
    const { asks, customer, group, outsider, point, sales, support } = await madeGivers(client)
    const manager = await db
      .from('membership_rights')
      .join('memberships', 'memberships.id', 'membership_rights.membership_id')
      .where({ customer_id: customer.id, right: 'customerUsers.manage' })
      .select('memberships.id as id')
      .firstOrFail()
    await db
      .from('memberships')
      .where('id', manager.id)
      .update({ sees_everything_until: momentText(DateTime.utc().plus({ days: 1 })) })
    const { body } = await asks.manager('GET', `${ADMIN}/assignable`)
    const offered = body.objects.map(({ id }: { id: number }) => id)
    assert.deepEqual([offered, body.groups, body.points], [[support], [], []])
    const path = `${ADMIN}/customer-users/${outsider.id}/assignments`
    const give = async (given: Record<string, number[]>) => {
      const { status } = await asks.manager('PUT', path, { objects: [], groups: [], ...given })
      return status
    }
    assert.deepEqual(
      [
        await give({ objects: [sales] }),
        await give({ groups: [group.id] }),
        await give({ points: [point.id] }),
        await give({ objects: [support] }),
      ],
      [403, 403, 403, 200]
    )
  })
})
