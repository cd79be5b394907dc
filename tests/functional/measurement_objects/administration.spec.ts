import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { asker, codeOf, partOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'

const OBJECTS = '/api/admin/v1/objects'
const GROUPS = '/api/admin/v1/groups'

interface Listed {
  id: number
  identifier: string
  groups: { name: string }[]
}

async function administered(client: ApiClient) {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  const point = await madePoint(customer)
  await madeObjects(point, [queue('support'), queue('sales')])
  const administrator = await madeUser(customer, { administrator: true })
  const ask = asker(client, administrator, customer)
  const list = async (query = '') => {
    const { body } = await ask('GET', `${OBJECTS}${query}`)
    return body.objects as Listed[]
  }
  const idOf = async (identifier: string) => {
    const objects = await list()
    return objects.find((object) => object.identifier === identifier)?.id ?? 0
  }
  return { customer, point, administrator, ask, list, idOf }
}

const identifiers = (objects: Listed[]) => objects.map(({ identifier }) => identifier).sort()

test.group('Administering measurement objects', () => {
  test('one that is added by hand can be reported on at once', async ({ assert, client }) => {
    const { point, ask, list } = await administered(client)
    const object = {
      pointId: point.id,
      objectType: 'queue',
      identifier: 'gamla',
      name: 'Gamla kön',
    }
    assert.equal(await statusOf(ask('POST', OBJECTS, object)), 201)
    assert.equal(await codeOf(ask('POST', OBJECTS, object)), 'E_KNOWN_OBJECT')
    const unknown = await ask('POST', OBJECTS, { ...object, objectType: 'lift' })
    assert.equal(unknown.body.error.code, 'E_UNKNOWN_OBJECT_TYPE')
    assert.deepEqual(identifiers(await list('?filter=GAMLA')), ['gamla'])
    const report = await ask('GET', '/api/report/v1/objects?type=asterisk.queue')
    assert.include(report.text, 'Gamla kön')
  })

  test('one that was entered by hand is corrected, and what calls told of is not', async ({
    assert,
    client,
  }) => {
    const { customer, point, ask, list, idOf } = await administered(client)
    const other = await madePoint(customer, { name: 'annan' })
    const foreign = await madePoint(await madeCustomer({ plugins: ['asterisk'] }))
    const made = { pointId: point.id, objectType: 'queue', identifier: 'gamal' }
    const created = await ask('POST', OBJECTS, made)
    const address = `${OBJECTS}/${created.body.object.id}`
    const right = { identifier: 'gamla', objectType: 'agent', pointId: other.id }
    assert.equal(await statusOf(ask('PATCH', address, right)), 200)
    const [kept] = await list('?filter=gamla')
    assert.include(kept, right)
    assert.equal(await codeOf(ask('PATCH', address, { pointId: foreign.id })), 'E_UNKNOWN_POINT')
    const taken = { identifier: 'sales', objectType: 'queue', pointId: point.id }
    assert.equal(await codeOf(ask('PATCH', address, taken)), 'E_KNOWN_OBJECT')
    const told = `${OBJECTS}/${await idOf('sales')}`
    assert.equal(await codeOf(ask('PATCH', told, { identifier: 'x' })), 'E_NOT_MANUAL_OBJECT')
  })

  test('one that is disabled is neither offered nor part of all objects', async ({
    assert,
    client,
  }) => {
    const { ask, idOf } = await administered(client)
    const address = `${OBJECTS}/${await idOf('sales')}`
    const offered = async () => {
      const { text } = await ask('GET', '/api/report/v1/objects?type=asterisk.queue')
      return text.includes('"sales"')
    }
    const period = { from: '2026-01-01', to: '2026-01-01', fromTime: '00:00', toTime: '24:00' }
    const all = { report: 'asterisk.queue', period, interval: 'period', grouping: 'object' }
    const rows = async (more: object) => {
      const { body } = await ask('POST', '/api/report/v1/generate', {
        ...all,
        ...more,
        emptyRows: true,
      })
      return body.rows.map(({ object }: { object: string }) => object)
    }
    await ask('PATCH', address, { enabled: false })
    assert.isFalse(await offered())
    assert.deepEqual(await rows({ objects: 'all' }), ['support'])
    assert.deepEqual(await rows({ objects: ['sales'] }), ['sales'])
    await ask('PATCH', address, { enabled: true })
    assert.isTrue(await offered())
    assert.sameMembers(await rows({ objects: 'all' }), ['sales', 'support'])
  })

  test('is put into groups, also when it is added, and several groups are deleted at once', async ({
    assert,
    client,
  }) => {
    const { point, ask, list, idOf } = await administered(client)
    const groups: number[] = []
    for (const name of ['Dag', 'Natt', 'Helg']) {
      const { body } = await ask('POST', GROUPS, { name })
      groups.push(body.group.id)
    }
    const [day, night, weekend] = groups
    const made = { pointId: point.id, objectType: 'queue', identifier: 'ny', groupId: day }
    assert.equal(await statusOf(ask('POST', OBJECTS, made)), 201)
    assert.deepEqual(identifiers(await list(`?group=${day}`)), ['ny'])
    const address = `${OBJECTS}/${await idOf('ny')}/groups`
    assert.equal(await statusOf(ask('PUT', address, { groups: [night, weekend] })), 204)
    const [moved] = await list('?filter=ny')
    assert.deepEqual(moved?.groups.map(({ name }) => name).sort(), ['Helg', 'Natt'])
    assert.equal(await codeOf(ask('PUT', address, { groups: [999_999] })), 'E_UNKNOWN_GROUP')
    const some = ask('POST', `${GROUPS}/delete`, { groups: [day, 999_999] })
    assert.equal(await codeOf(some), 'E_UNKNOWN_GROUP')
    const deleted = ask('POST', `${GROUPS}/delete`, { groups: [day, night] })
    assert.equal(await partOf(deleted, 'deleted'), 2)
    const left = await partOf<{ name: string }[]>(ask('GET', GROUPS), 'groups')
    assert.deepEqual(
      left?.map(({ name }) => name),
      ['Helg']
    )
  })

  test('the name of a synchronised one is the directory’s, the description is ours', async ({
    assert,
    client,
  }) => {
    const { ask, idOf } = await administered(client)
    const address = `${OBJECTS}/${await idOf('sales')}`
    const refused = await ask('PATCH', address, { name: 'Else' })
    assert.equal(refused.body.error.code, 'E_SYNCHRONISED_OBJECT')
    const described = await ask('PATCH', address, { description: 'Försäljning' })
    assert.equal(described.body.object.description, 'Försäljning')
  })

  test('removing one keeps it reportable where calls told of it, and deletes it where somebody entered it', async ({
    assert,
    client,
  }) => {
    const { point, ask, idOf, list } = await administered(client)
    const told = await ask('DELETE', `${OBJECTS}/${await idOf('sales')}`)
    assert.equal(told.body.outcome, 'removed')
    await ask('POST', OBJECTS, { pointId: point.id, objectType: 'queue', identifier: 'x' })
    const entered = await ask('DELETE', `${OBJECTS}/${await idOf('x')}`)
    assert.equal(entered.body.outcome, 'deleted')
    assert.deepEqual(identifiers(await list()), ['sales', 'support'])
  })

  test('an alias means the object for a span of time', async ({ assert, client }) => {
    const { ask, idOf } = await administered(client)
    const aliases = `${OBJECTS}/${await idOf('sales')}/aliases`
    const bad = { identifier: 'old', from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }
    assert.equal(await codeOf(ask('POST', aliases, bad)), 'E_BAD_SPAN')
    const made = await ask('POST', aliases, { identifier: 'old', to: '2026-01-01T00:00:00Z' })
    assert.equal(made.status, 201)
    assert.lengthOf(await partOf<object[]>(ask('GET', aliases), 'aliases'), 1)
    assert.equal(await statusOf(ask('DELETE', `${aliases}/${made.body.alias.id}`)), 204)
    assert.lengthOf(await partOf<object[]>(ask('GET', aliases), 'aliases'), 0)
  })

  test('how collecting goes is told point by point, without calls', async ({ assert, client }) => {
    const { ask } = await administered(client)
    const { body } = await ask('GET', '/api/admin/v1/points')
    assert.containsSubset(body.points, [{ name: 'main', quarantined: 0, objects: 2 }])
  })
})

test.group('Administering groups', () => {
  test('an object is in several, is moved, and taken out', async ({ assert, client }) => {
    const { ask, idOf, list } = await administered(client)
    const objects = [await idOf('sales'), await idOf('support')]
    const first = await ask('POST', GROUPS, { name: 'Första', objects })
    const second = await ask('POST', GROUPS, { name: 'Andra', objects: [objects[0]] })
    assert.equal(await statusOf(ask('POST', GROUPS, { name: 'Andra' })), 409)
    const both = await list(`?group=${second.body.group.id}`)
    assert.deepEqual(
      both[0].groups.map(({ name }) => name),
      ['Andra', 'Första']
    )
    const to = second.body.group.id
    await ask('POST', `${GROUPS}/${first.body.group.id}/move`, { objects: [objects[1]], to })
    assert.lengthOf(await list(`?group=${to}`), 2)
    await ask('DELETE', `${GROUPS}/${to}/objects`, { objects })
    assert.lengthOf(await list(`?group=${to}`), 0)
    await ask('POST', `${GROUPS}/${to}/objects`, { objects })
    assert.lengthOf(await list(`?group=${to}`), 2)
    assert.lengthOf(await list('?ungrouped=1'), 0)
  })

  test('what goes with one is told before it goes; its objects stay unless asked to go', async ({
    assert,
    client,
  }) => {
    const { customer, ask, idOf, list } = await administered(client)
    const objects = [await idOf('sales'), await idOf('support')]
    const made = await ask('POST', GROUPS, { name: 'Kort', objects })
    await ask('POST', GROUPS, { name: 'Kvar', objects: [objects[0]] })
    const viewer = await madeUser(customer, { groups: ['Kort'] })
    const address = `${GROUPS}/${made.body.group.id}`
    const told = await ask('GET', `${address}/consequences`)
    assert.deepEqual(told.body, {
      objects: 2,
      onlyHere: 1,
      synchronised: 2,
      users: [viewer.email],
    })
    assert.equal(await statusOf(ask('DELETE', address)), 200)
    assert.lengthOf(await list(), 2)
    assert.equal(await statusOf(ask('GET', `${address}/consequences`)), 404)
  })

  test("another customer's objects and groups are unknown", async ({ assert, client }) => {
    const mine = await administered(client)
    const theirs = await administered(client)
    const group = await theirs.ask('POST', GROUPS, { name: 'Deras' })
    const object = await theirs.idOf('sales')
    const address = `${GROUPS}/${group.body.group.id}`
    assert.equal(await statusOf(mine.ask('PATCH', address, { name: 'x' })), 404)
    assert.equal(await statusOf(mine.ask('DELETE', address)), 404)
    assert.equal(await statusOf(mine.ask('PATCH', `${OBJECTS}/${object}`, {})), 404)
    const own = await mine.ask('POST', GROUPS, { name: 'Min' })
    const take = `${GROUPS}/${own.body.group.id}/objects`
    assert.equal(await statusOf(mine.ask('POST', take, { objects: [object] })), 404)
    const point = { pointId: theirs.point.id, objectType: 'queue', identifier: 'x' }
    assert.equal(await statusOf(mine.ask('POST', OBJECTS, point)), 404)
  })
})
