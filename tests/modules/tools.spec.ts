import { test } from '@japa/runner'
import limiter from '@adonisjs/limiter/services/main'
import db from '@adonisjs/lucid/services/db'
import { enablePlugin } from '#core/customers/actions/enable_plugin'
import { fillModules } from '#core/demo/actions/fill_modules'
import { recurringJob } from '#core/jobs/known_jobs'
import { moduleReader } from '#core/modules/module_readers'
import { moduleTools } from '#core/modules/module_tools'
import { savePlugin } from '#core/operations/actions/save_plugin'
import { readerFor } from '#core/permissions/read_rights'
import { registry } from '#core/plugins/registry'
import '#start/jobs'
import { codeOf, partOf } from '#tests/made/asker'
import { jobIn, withWorker } from '#tests/made/jobs'
import { mailsTo } from '#tests/made/mails'
import { collectedLog } from '#tests/made/queue_log'
import { statusOf } from '#tests/made/status_of'
import { command } from '#tests/made/command'
import { colleague, disable, madeNoting, notesReport, rowsOf } from '#tests/modules/modules'

const probe = () =>
  registry()
    .modules()
    .find(({ key }) => key === 'probe')!
const toolsOf = (customer: { id: number }) => moduleTools(probe()).customer(customer.id)

test.group('Modules | tools', (group) => {
  withWorker(group)

  test('rows are asked for by values, lists and ranges, and each answer is the customer’s', async ({
    assert,
    client,
  }) => {
    const [mine, theirs] = [await madeNoting(client), await madeNoting(client)]
    const topics = toolsOf(mine.customer).rows('topics')
    await topics.insertMany([1, 2, 3].map((rank) => ({ name: `t${rank}`, rank })))
    await toolsOf(theirs.customer).rows('topics').insert({ name: 'theirs', rank: 2 })
    const named = async (wish: Parameters<typeof topics.list>[0]) => {
      const rows = await topics.list(wish)
      return rows.map(({ name }) => name)
    }
    assert.deepEqual(await named({ limit: 10, order: ['-rank'] }), ['t3', 't2', 't1'])
    assert.deepEqual(await named({ limit: 1, offset: 1, order: ['rank'] }), ['t2'])
    assert.deepEqual(await named({ limit: 10, where: { rank: [1, 3] } }), ['t1', 't3'])
    assert.deepEqual(await named({ limit: 10, where: { rank: { from: 2 } } }), ['t2', 't3'])
    assert.deepEqual(await named({ limit: 10, where: { rank: { from: 1, before: 3 } } }), [
      't1',
      't2',
    ])
    assert.equal(await topics.update({ rank: { from: 2 } }, { name: 'high' }), 2)
    assert.equal(await topics.delete({ name: 'high' }), 2)
    assert.equal(await topics.count(), 1)
    assert.deepEqual(
      await toolsOf(theirs.customer)
        .rows('topics')
        .first({ rank: 2 })
        .then((row) => row?.name),
      'theirs'
    )
  })

  test('no row can be written or read for another customer, whatever is named', async ({
    assert,
    client,
  }) => {
    const { customer } = await madeNoting(client)
    const tools = toolsOf(customer)
    await assert.rejects(
      () => tools.rows('topics').insert({ name: 'x', rank: 1, customer_id: 1 }),
      /leave out customer_id/
    )
    await assert.rejects(
      () => tools.rows('topics').first({ 'id = 1 or 1': 1 }),
      /is no name of a column/
    )
    assert.throws(() => tools.rows('topics; drop table users'), /is no name of a table/)
    assert.throws(() => tools.rows('../users'), /is no name of a table/)
    await assert.rejects(() => tools.rows('topics').list({ limit: 100_000 }), /The limit must be/)
  })

  test('a reader of another customer opens nothing, nor does one that a module made up', async ({
    assert,
    client,
  }) => {
    const [mine, theirs] = [await madeNoting(client), await madeNoting(client)]
    const foreign = moduleReader(
      'probe',
      await readerFor(theirs.administrator.id, theirs.customer.id)
    )
    const tools = toolsOf(mine.customer)
    await assert.rejects(() => tools.objects(foreign), /The reader must be/)
    await assert.rejects(() => tools.objects({ ...foreign }), /The reader must be/)
    const own = moduleReader('probe', await readerFor(mine.administrator.id, mine.customer.id))
    const seen = await tools.objects(own, [mine.object.id, theirs.object.id])
    assert.deepEqual(seen, [
      {
        id: mine.object.id,
        source: 'asterisk',
        objectType: 'queue',
        key: 'support',
        name: 'support',
      },
    ])
  })

  test('a transaction that fails leaves nothing behind', async ({ assert, client }) => {
    const { ask, customer } = await madeNoting(client)
    assert.equal(await codeOf(ask('POST', '/api/probe/v1/half')), 'E_PROBE_HALF')
    assert.equal(await rowsOf('probe_topics', customer), 0)
  })

  test('an event that breaks its schema is refused with a sentence, and none of its batch is written', async ({
    assert,
    client,
  }) => {
    const { ask, customer } = await madeNoting(client)
    const notes = registry()
      .modules()
      .find(({ key }) => key === 'notes')!
    const event = (key: string, important: boolean | string) => ({
      ...{ event: 'note', key, at: new Date() },
      fields: { object: 'asterisk/queue/support', important },
    })
    const { facts } = moduleTools(notes).customer(customer.id)
    await assert.rejects(
      () => facts.write([event('1', true), event('2', 'very')]),
      'The event "2" cannot be written: The field "important" must be true or false, not "very".'
    )
    const total = () => partOf(ask('POST', '/api/report/v1/generate', notesReport()), 'total')
    assert.deepEqual(await total(), { notes: 0, important: 0, ordinary: 0 })
    await facts.write([event('1', true)])
    await facts.write([event('1', false)])
    assert.deepEqual(await total(), { notes: 1, important: 0, ordinary: 1 })
  })

  test('its own point takes no records from outside', async ({ assert, client }) => {
    const { ask, object } = await madeNoting(client)
    await ask('POST', '/api/notes/v1/notes', { object: object.id, text: 'Hej' })
    const push = (query: string) => ask('POST', `/api/collect/v1/notes${query}`)
    assert.equal(await codeOf(push('')), 'E_UNKNOWN_POINT')
    assert.equal(await codeOf(push('?source=notes')), 'E_SOURCE_NOT_ENABLED')
  })

  test('any report is made with the rights of who asks', async ({ assert, client }) => {
    const { ask, customer } = await madeNoting(client)
    await collectedLog(customer)
    const limited = await colleague(client, customer, { seesEverything: false })
    const report = (one: typeof ask) => one('POST', '/api/probe/v1/report', { date: '2026-01-05' })
    const whole = await report(ask)
    const counted = (rows: Record<string, unknown>[]) =>
      Object.fromEntries(rows.map(({ object, incoming }) => [String(object), incoming]))
    assert.deepEqual(counted(whole.body.rows), { support: 6, sälj: 3 })
    const nothing = await report(limited.ask)
    assert.deepEqual(nothing.body.rows ?? [], [])
    assert.equal(
      await codeOf(ask('POST', '/api/probe/v1/report', { date: 'soon' })),
      'E_VALIDATION'
    )
  })

  test('a job runs under its capability in its owner’s name, and not where the module is off by then', async ({
    assert,
    client,
  }) => {
    const { ask, customer } = await madeNoting(client)
    await ask('POST', '/api/probe/v1/topics', { name: 'One' })
    const started = await ask('POST', '/api/probe/v1/count')
    const done = await jobIn(started.body.job, 'done', 'failed')
    assert.deepEqual(done.outcome, { topics: 1, steers: true })
    const listed = await ask('GET', `/api/jobs/v1/${done.id}`)
    assert.equal(listed.body.job.kind, 'Count')
    await disable(customer, 'probe')
    await db.from('background_jobs').where('id', done.id).update({ state: 'failed' })
    await ask('POST', `/api/jobs/v1/${done.id}/retry`)
    const refused = await jobIn(done.id, 'done', 'failed')
    assert.equal(refused.problem?.code, 'E_MODULE_OFF')
  })

  test('recurring work is done for each customer that has the module, and one that fails holds up no other', async ({
    assert,
    client,
  }) => {
    const broken = await madeNoting(client, 'Broken')
    const off = await madeNoting(client)
    const on = await madeNoting(client)
    await disable(off.customer, 'probe')
    await recurringJob('probe.tick')!.run()
    const counts = [broken, off, on].map(({ customer }) => rowsOf('probe_topics', customer))
    assert.deepEqual(await Promise.all(counts), [0, 0, 1])
  })

  test('what a module writes down is in the audit log, in words', async ({ assert, client }) => {
    const { ask } = await madeNoting(client)
    await ask('POST', '/api/probe/v1/opened')
    const { body } = await ask('GET', '/api/audit/v1/entries?action=probe.opened')
    assert.deepInclude(body.entries[0], {
      action: 'probe.opened',
      actionLabel: 'Topics opened',
      subject: 'all',
    })
    assert.deepInclude(body.actions, { key: 'probe.opened', label: 'Topics opened' })
  })

  test('settings are opened, and one of the customer’s own people is mailed, nobody else', async ({
    assert,
    client,
  }) => {
    const { ask, customer, administrator } = await madeNoting(client)
    const other = await madeNoting(client)
    await savePlugin(customer, probe(), { settings: { secret: 'sesam' } })
    assert.equal(await statusOf(ask('POST', `/api/probe/v1/tell/${administrator.id}`)), 204)
    const mails = await mailsTo(administrator.email)
    assert.match(mails.at(-1)!, /Subject: Hello[\s\S]*The secret has 5 letters\./)
    const tellOther = ask('POST', `/api/probe/v1/tell/${other.administrator.id}`)
    assert.equal(await codeOf(tellOther), 'E_UNKNOWN_PERSON')
  })

  test('a link opens what it was given out for without sign-in, until it ends or the module is off', async ({
    assert,
    client,
  }) => {
    const { ask, customer } = await madeNoting(client)
    const topic = await ask('POST', '/api/probe/v1/topics', { name: 'Open' })
    const at = `/api/probe/v1/topics/${topic.body.id}/link`
    const linked = await ask('POST', at)
    const { pathname } = new URL(linked.body.link)
    assert.match(pathname, /^\/m\/probe\/topics\/[\w-]{22}$/)
    const stored = await db.from('module_links').where('customer_id', customer.id).first()
    assert.notInclude(JSON.stringify(stored), pathname.split('/').at(-1)!)
    const open = (path = pathname) => client.get(path).redirects(0)
    const opened = await open()
    assert.deepEqual(opened.body(), { name: 'Open', customer: customer.slug })
    assert.equal(opened.header('cache-control'), 'private, no-store')
    const redirected = await open(`${pathname}?to=there`)
    assert.equal(redirected.header('location'), `https://example.com/${topic.body.id}`)
    const answered = await client.post(pathname).json({ text: 'Thanks' })
    assert.equal(answered.status(), 200)
    assert.equal(await rowsOf('probe_replies', customer), 3)

    const wrong = await open('/m/probe/topics/AAAAAAAAAAAAAAAAAAAAAA')
    assert.equal(wrong.status(), 404)
    const ended = await ask('POST', at, { ended: true })
    const late = await open(new URL(ended.body.link).pathname)
    assert.equal(late.status(), 404)
    await disable(customer, 'probe')
    const off = await open()
    assert.equal(off.status(), 404)
    await enablePlugin(customer.id, 'probe', true)
    await ask('DELETE', at)
    const gone = await open()
    assert.equal(gone.status(), 404)
  })

  test('one address on the network opens links only so often', async ({
    assert,
    client,
    cleanup,
  }) => {
    cleanup(() => limiter.clear())
    const open = () => client.get('/m/probe/topics/wrong').header('X-Forwarded-For', '198.18.7.7')
    for (let round = 1; round <= 6; round += 1) {
      await Promise.all(Array.from({ length: 100 }, open))
    }
    const last = await open()
    assert.equal(last.status(), 429)
  })

  test('the demo’s customer is filled in its administrator’s name', async ({ assert, client }) => {
    const { customer, administrator, ask } = await madeNoting(client)
    await disable(customer, 'probe')
    const span = { from: new Date(), until: new Date() }
    const whose = { customerId: customer.id, userId: administrator.id }
    // Others fill the customer with objects of their own.
    const only = registry()
      .modules()
      .filter(({ key }) => key === 'probe')
    await fillModules(only, { ...whose, ...span })
    const topics = await partOf(ask('GET', '/api/probe/v1/topics'), 'topics')
    assert.deepEqual(topics, ['Demo of support'])
  })
})

test.group('Modules | purging', () => {
  test('counts, asks for the slug and removes the customer’s own alone', async ({
    assert,
    client,
  }) => {
    const [mine, theirs] = [await madeNoting(client), await madeNoting(client)]
    for (const { ask, object } of [mine, theirs]) {
      await ask('POST', '/api/notes/v1/notes', { object: object.id, text: 'Hej' })
      await ask('POST', '/api/probe/v1/topics', { name: 'Topic' })
    }
    const { slug } = mine.customer
    const unconfirmed = await command('module:purge', 'notes', `--customer=${slug}`)
    assert.equal(unconfirmed.exitCode, 1)
    assert.include(unconfirmed.said, 'notes_notes: 1 rows')
    assert.include(unconfirmed.said, 'note: 1 facts')
    assert.include(unconfirmed.said, `--confirm=${slug}`)
    assert.equal(await rowsOf('notes_notes', mine.customer), 1)

    const purge = (key: string) =>
      command('module:purge', key, `--customer=${slug}`, `--confirm=${slug}`)
    const notes = await purge('notes')
    assert.include(notes.said, `Removed of notes in ${slug}: 1 rows and 1 facts.`)
    // Replies refer to topics, so they go first whatever the order of the tables is.
    const topics = await purge('probe')
    assert.include(topics.said, `Removed of probe in ${slug}: 3 rows and 0 facts.`)
    for (const table of ['notes_notes', 'probe_topics', 'probe_replies']) {
      assert.equal(await rowsOf(table, mine.customer), 0, table)
      assert.isAbove(await rowsOf(table, theirs.customer), 0, table)
    }
    assert.equal(await codeOf(mine.ask('GET', '/api/notes/v1/notes')), 'E_ROUTE_NOT_FOUND')
    const total = await partOf(
      theirs.ask('POST', '/api/report/v1/generate', notesReport()),
      'total'
    )
    assert.deepInclude(total, { notes: 1 })
    await enablePlugin(mine.customer.id, 'notes', true)
    const emptied = await partOf(
      mine.ask('POST', '/api/report/v1/generate', notesReport()),
      'total'
    )
    assert.deepInclude(emptied, { notes: 0 })
    const { body } = await mine.ask('GET', '/api/audit/v1/entries?action=module.purged')
    assert.deepEqual(
      body.entries.map(({ subject, details }: Record<string, unknown>) => ({ subject, details })),
      [
        { subject: 'probe', details: { by: 'command', probe_replies: 2, probe_topics: 1 } },
        { subject: 'notes', details: { 'by': 'command', 'facts note': 1, 'notes_notes': 1 } },
      ]
    )
  })

  test('a module that the customer never had is named with those it had', async ({
    assert,
    client,
  }) => {
    const { customer } = await madeNoting(client)
    const { slug } = customer
    const { exitCode, said } = await command('module:purge', 'sms', `--customer=${slug}`)
    assert.equal(exitCode, 1)
    assert.include(said, `${slug} has never had a module "sms". It has or had: notes, probe.`)
  })
})
