import { test } from '@japa/runner'
import { enablePlugin } from '#core/customers/actions/enable_plugin'
import { registry } from '#core/plugins/registry'
import { namedRoutes } from '#tests/functional/matrix/routes'
import { walk } from '#tests/functional/matrix/walk'
import { madeWorld } from '#tests/functional/matrix/world'
import { asker, codeOf, partOf } from '#tests/made/asker'
import { statusOf } from '#tests/made/status_of'
import { colleague, disable, madeNoting, notesReport, rowsOf } from '#tests/modules/modules'

/** The addresses of all modules. */
const moduleRoutes = () => namedRoutes().filter(({ module }) => module !== undefined)

test.group('Modules | addresses', () => {
  test('every operation is a route of its own, under its capability and behind its module', ({
    assert,
  }) => {
    const routes = moduleRoutes()
    assert.isAbove(routes.length, 12)
    assert.deepEqual(
      routes.filter(({ capability, demandsReader }) => !capability || !demandsReader),
      []
    )
    const declared = registry()
      .modules()
      .flatMap(({ operations, streams = [] }) => [...operations, ...streams])
    assert.lengthOf(routes, declared.length)
  })

  test('the matrix is obeyed at each address for every role, and nobody reaches another customer’s rows', async ({
    assert,
    client,
  }) => {
    const world = await madeWorld()
    const admin = await colleague(client, world.theirs, { administrator: true })
    const topic = await admin.ask('POST', '/api/probe/v1/topics', { name: 'Theirs' })
    assert.equal(topic.status, 201)
    const foreign = {
      ...world.foreign,
      topics: String(topic.body.id),
      tell: String(admin.user.id),
    }
    assert.deepEqual(await walk(client, moduleRoutes(), { ...world, foreign }), [])
    // Who runs the installation has no customer there, and so no module.
    const operator = world.identities.find(({ role }) => role === 'operator')!
    const outside = asker(client, operator.user!, operator.customer!)
    assert.equal(await codeOf(outside('GET', '/api/notes/v1/notes')), 'E_ROUTE_NOT_FOUND')
    const kept = await admin.ask('GET', `/api/probe/v1/topics/${topic.body.id}`)
    assert.equal(kept.body.topic.name, 'Theirs')
  })

  test('rows, facts and objects of two customers never cross', async ({ assert, client }) => {
    const mine = await madeNoting(client)
    const theirs = await madeNoting(client, 'Sydvik AB')
    const note = (object: number) => ({ object, text: 'Closed at noon', important: true })
    assert.equal(await statusOf(mine.ask('POST', '/api/notes/v1/notes', note(mine.object.id))), 201)
    assert.equal(
      await codeOf(mine.ask('POST', '/api/notes/v1/notes', note(theirs.object.id))),
      'E_NOTES_OBJECT'
    )
    const listed = async ({ ask }: typeof mine) => {
      const { body } = await ask('GET', '/api/notes/v1/notes')
      return body as { notes: { text: string; objectName: string }[]; objects: { id: number }[] }
    }
    const ours = await listed(mine)
    assert.deepEqual(
      ours.notes.map(({ text, objectName }) => ({ text, objectName })),
      [{ text: 'Closed at noon', objectName: 'support' }]
    )
    assert.deepEqual(
      ours.objects.map(({ id }) => id),
      [mine.object.id]
    )
    const others = await listed(theirs)
    assert.deepEqual(others.notes, [])
    const asked = async ({ ask }: typeof mine) =>
      partOf(ask('POST', '/api/report/v1/generate', notesReport()), 'total')
    assert.deepEqual(await asked(mine), { notes: 1, important: 1, ordinary: 0 })
    assert.deepEqual(await asked(theirs), { notes: 0, important: 0, ordinary: 0 })
  })

  test('a body that its validator refuses is answered with the field, also one that is unknown', async ({
    assert,
    client,
  }) => {
    const { ask, object } = await madeNoting(client)
    const refused = async (body: object) => {
      const { status, body: answer } = await ask('POST', '/api/notes/v1/notes', body)
      return [status, answer.error.code, answer.error.field]
    }
    assert.deepEqual(await refused({ object: object.id, text: ' ' }), [422, 'E_VALIDATION', 'text'])
    assert.deepEqual(await refused({ object: object.id, tekst: 'x' }), [
      422,
      'E_UNKNOWN_FIELD',
      'tekst',
    ])
    assert.deepEqual(await refused({ object: 999_999, text: 'x' }), [
      404,
      'E_NOTES_OBJECT',
      'object',
    ])
  })

  test('a right of a module is given to a person, who can then write', async ({
    assert,
    client,
  }) => {
    const { ask, customer, object } = await madeNoting(client)
    const person = await colleague(client, customer)
    const write = () =>
      person.ask('POST', '/api/notes/v1/notes', { object: object.id, text: 'Hej' })
    assert.equal(await codeOf(write()), 'E_NOT_ALLOWED')
    const modules = await partOf(ask('GET', '/api/admin/v1/modules'), 'modules')
    assert.deepInclude(modules, {
      key: 'notes',
      label: 'Notes',
      takesTickets: true,
      rights: [
        { right: 'notes.write', does: 'write notes on measurement objects', roles: ['user'] },
      ],
    })
    const given = { rights: ['notes.write'] }
    const saved = await ask('PATCH', `/api/admin/v1/users/${person.user.id}`, given)
    assert.deepEqual(saved.body.user.rights, ['notes.write'])
    assert.equal(await statusOf(write()), 201)
    const session = await person.ask('GET', '/api/session')
    assert.includeMembers(session.body.capabilities, ['notes.read', 'notes.write'])
    assert.notInclude(session.body.capabilities, 'probe.steer')
    assert.includeMembers(session.body.modules, ['notes', 'probe'])
  })

  test('where a module is disabled nothing of it is there, and nothing of it is lost', async ({
    assert,
    client,
  }) => {
    const { ask, customer, object } = await madeNoting(client)
    await ask('POST', '/api/notes/v1/notes', { object: object.id, text: 'Kept' })
    const person = await colleague(client, customer)
    await disable(customer, 'notes')
    for (const one of [ask, person.ask]) {
      for (const method of ['GET', 'POST'] as const) {
        assert.equal(await codeOf(one(method, '/api/notes/v1/notes')), 'E_ROUTE_NOT_FOUND')
      }
      const session = await one('GET', '/api/session')
      assert.include(session.body.modules, 'probe')
      assert.notInclude(session.body.modules, 'notes')
      assert.notInclude(session.body.capabilities, 'notes.read')
    }
    assert.equal(
      await codeOf(ask('POST', '/api/report/v1/generate', notesReport())),
      'E_UNKNOWN_REPORT'
    )
    assert.equal(await rowsOf('notes_notes', customer), 1)
    await enablePlugin(customer.id, 'notes', true)
    const notes = await partOf(ask('GET', '/api/notes/v1/notes'), 'notes')
    assert.lengthOf(notes as unknown[], 1)
    const total = await partOf(ask('POST', '/api/report/v1/generate', notesReport()), 'total')
    assert.deepEqual(total, { notes: 1, important: 0, ordinary: 1 })
  })

  test('an operator gives and takes a module as every plugin, and fills in its settings', async ({
    assert,
    client,
  }) => {
    const { customer } = await madeNoting(client)
    const { madeOperator } = await import('#tests/made/operator')
    const operator = asker(client, await madeOperator(), null)
    const at = `/api/operator/v1/customers/${customer.id}/plugins`
    const { body } = await operator('GET', at)
    const listed = body.plugins.filter(({ key }: { key: string }) => /^(notes|probe)$/.test(key))
    assert.deepEqual(
      listed.map(({ key, kind, enabled }: Record<string, unknown>) => ({ key, kind, enabled })),
      [
        { key: 'notes', kind: 'module', enabled: true },
        { key: 'probe', kind: 'module', enabled: true },
      ]
    )
    await operator('PUT', `${at}/probe`, { settings: { greeting: 'Hej', secret: 'sesam' } })
    const taken = await operator('PUT', `${at}/notes`, { enabled: false })
    assert.isFalse(taken.body.plugin.enabled)
    const again = await operator('GET', at)
    const probe = again.body.plugins.find(({ key }: { key: string }) => key === 'probe')
    assert.deepEqual(probe.settings, { greeting: 'Hej', secret: { isSet: true } })
  })

  test('the documentation of the API describes what takes tickets', async ({ assert, client }) => {
    const response = await client.get('/api/doc/openapi.json')
    const { paths } = response.body() as {
      paths: Record<string, Record<string, Record<string, unknown>>>
    }
    const { get, post } = paths['/api/notes/v1/notes']!
    assert.equal(post!.summary, 'Write a note on a measurement object')
    assert.equal(post!['x-grant'], 'notes')
    assert.deepEqual(post!.tags, ['Notes'])
    assert.include(JSON.stringify(post!.requestBody), 'Id of the object.')
    assert.include(JSON.stringify(get!.parameters), '"name":"object","in":"query"')
    assert.notProperty(paths, '/api/probe/v1/count')
  })
})
