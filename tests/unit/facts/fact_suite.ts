import { setTimeout } from 'node:timers/promises'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import type { CollectedEvent } from '#core/contracts/collector'
import type { EventSchema } from '#core/contracts/event'
import { deleteExpired } from '#core/facts/delete_expired_facts'
import { createTable } from '#core/facts/fact_table'
import { logFaultsTo } from '#core/facts/fault_log'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import type { FactStore, FactValue } from '#core/facts/fact_store'
import { mergeClosedMonths } from '#core/facts/merge_closed_months'
import { recalculateEventZone } from '#core/facts/recalculate_zone'
import { writeEventFacts } from '#core/facts/write_event_facts'
import { callEvent, call } from '#tests/unit/facts/made_calls'

/** What every fact store must do, embedded or on a server. `lastingStore` is open for the whole suite. */
export function factSuite(name: string, open: () => Promise<FactStore>): void {
  test.group(`Facts | ${name}`, (group) => {
    let store: FactStore
    let customer = 100
    group.setup(async () => {
      store = await open()
      await ensureFactTable(store, 'suite', callEvent)
      return () => store.close()
    })
    // Each test has a customer of its own, so none has to clean up.
    group.each.setup(() => {
      customer += 1
    })

    const write = (events: CollectedEvent[], zone = 'Europe/Stockholm', point = 1) =>
      writeEventFacts(store, {
        customerId: customer,
        pointId: point,
        zone,
        source: 'suite',
        schema: callEvent,
        events,
      })
    const select = async (columns: string, where = '1') => {
      const { rows } = await store.read({
        sql: `SELECT ${columns} FROM facts.suite_call FINAL WHERE customer = {customer:UInt32} AND ${where} ORDER BY key, point`,
        params: { customer },
      })
      return rows
    }

    test('a call is kept as the source told it', async ({ assert }) => {
      const awkward = 'tab\tline\nquote\'"\\N back\\slash\0 åäö 🙂'
      const fields = {
        queue: 'support',
        agent: null,
        call: awkward,
        caller: '+46701234567',
        outcome: 'answered',
        wait: 12.9,
        cost: '0012.3400',
        recorded: true,
        ended: '2026-05-01T10:00:30.250+02:00',
      }
      assert.deepEqual(await write([call('a', '2026-05-01T07:59:30.125Z', fields)]), {
        added: 1,
        replaced: 0,
        unchanged: 0,
      })
      assert.deepEqual(
        await select(
          'key, at, local_date, local_minute, f_queue, f_agent, f_call, f_caller, f_outcome, f_wait, f_cost, f_recorded, f_ended, f_position'
        ),
        [
          [
            'a',
            '2026-05-01 07:59:30.125',
            '2026-05-01',
            599,
            'support',
            '',
            awkward,
            '+46701234567',
            'answered',
            12,
            '12.34',
            true,
            '2026-05-01 08:00:30.250',
            null,
          ],
        ]
      )
    })

    test('collecting the same calls again changes nothing', async ({ assert }) => {
      const awkward = {
        call: "o'brien\t\\",
        cost: '-0.50',
        wait: null,
        ended: '2026-05-01T10:00:00Z',
      }
      const calls = [
        call("a'b\\c", '2026-05-01T08:00:00Z', awkward),
        call('b', '2026-05-01T08:00:01Z', { cost: '7', recorded: false }),
      ]
      assert.deepEqual(await write(calls), { added: 2, replaced: 0, unchanged: 0 })
      assert.deepEqual(await write(calls), { added: 0, replaced: 0, unchanged: 2 })
      const { rows } = await store.read({
        sql: 'SELECT count() FROM facts.suite_call WHERE customer = {customer:UInt32}',
        params: { customer },
      })
      assert.deepEqual(rows, [[2]])
    })

    test('a corrected call moves to its new time and queue and is counted once', async ({
      assert,
    }) => {
      await write([call('a', '2026-05-31T08:00:00Z', { queue: 'support' })])
      const corrected = call('a', '2026-06-02T09:00:00Z', { queue: 'sales' })
      assert.deepEqual(await write([corrected]), { added: 0, replaced: 1, unchanged: 0 })
      assert.deepEqual(await select('key, f_queue, local_date'), [['a', 'sales', '2026-06-02']])
    })

    test('a call that moves away and back again stands where it began', async ({ assert }) => {
      const here = call('a', '2026-05-31T08:00:00Z', { queue: 'support' })
      const there = call('a', '2026-06-02T09:00:00Z', { queue: 'sales' })
      for (const step of [here, there, here]) await write([step])
      assert.deepEqual(await select('f_queue'), [['support']])
    })

    test('an older copy of a log changes nothing that a newer one said', async ({ assert }) => {
      await write([call('a', '2026-05-01T08:00:00Z', { outcome: 'answered' }, 2)])
      const older = call('a', '2026-05-01T08:00:00Z', { outcome: null }, 1)
      assert.deepEqual(await write([older]), { added: 0, replaced: 0, unchanged: 1 })
      assert.deepEqual(await select('f_outcome'), [['answered']])
    })

    test('a removed call is gone, and an older copy does not bring it back', async ({ assert }) => {
      const made = call('a', '2026-05-01T08:00:00Z', {}, 1)
      await write([made])
      assert.deepEqual(await write([{ ...made, version: 2, removed: true }]), {
        added: 0,
        replaced: 1,
        unchanged: 0,
      })
      await write([made])
      assert.deepEqual(await select('key'), [])
      assert.deepEqual(await write([{ ...made, version: 3 }]), {
        added: 1,
        replaced: 0,
        unchanged: 0,
      })
      assert.deepEqual(await select('key'), [['a']])
    })

    test('of a key that comes twice in one batch the highest version stands', async ({
      assert,
    }) => {
      const at = '2026-05-01T08:00:00Z'
      const written = await write([
        call('a', at, { wait: 1 }, 5),
        call('a', at, { wait: 2 }, 6),
        call('a', at, { wait: 3 }, 4),
      ])
      assert.deepEqual(written, { added: 1, replaced: 0, unchanged: 2 })
      assert.deepEqual(await select('f_wait'), [[2]])
    })

    test('the same key at two collection points is two calls', async ({ assert }) => {
      const one = call('a', '2026-05-01T08:00:00Z')
      await write([one], 'Europe/Stockholm', 1)
      assert.deepEqual(await write([one], 'Europe/Stockholm', 2), {
        added: 1,
        replaced: 0,
        unchanged: 0,
      })
      assert.deepEqual(await select('key, point'), [
        ['a', 1],
        ['a', 2],
      ])
    })

    test('a move that was cut short half way is finished when the call comes again', async ({
      assert,
    }) => {
      const before = call('a', '2026-05-01T08:00:00Z', { queue: 'support' })
      const after = call('a', '2026-05-01T08:00:00Z', { queue: 'sales' })
      await write([before])
      let inserts = 0
      const cutShort = Object.create(store, {
        insertLines: {
          value: (...row: Parameters<FactStore['insertLines']>) => {
            if (++inserts > 1) throw new Error('The power is gone')
            return store.insertLines(...row)
          },
        },
      }) as FactStore
      const facts = {
        customerId: customer,
        pointId: 1,
        zone: 'Europe/Stockholm',
        source: 'suite',
        schema: callEvent,
      }
      await assert.rejects(() => writeEventFacts(cutShort, { ...facts, events: [after] }))
      await write([after])
      assert.deepEqual(await select('f_queue'), [['sales']])
    })

    test('any order of new, repeated, corrected and removed calls gives what a plain list would', async ({
      assert,
    }) => {
      const event = fc.record({
        key: fc.constantFrom('a', 'b', 'c', 'd'),
        at: fc.constantFrom('2026-05-31T21:59:59Z', '2026-05-31T22:00:00Z', '2026-06-15T12:00:00Z'),
        queue: fc.constantFrom('support', 'sales'),
        wait: fc.integer({ min: 0, max: 3 }),
        version: fc.integer({ min: 0, max: 2 }),
        removed: fc.boolean(),
      })
      const batches = fc.array(fc.array(event, { minLength: 1, maxLength: 5 }), {
        minLength: 1,
        maxLength: 6,
      })
      await fc.assert(
        fc.asyncProperty(batches, async (steps) => {
          customer += 1
          const plain = new Map<string, { version: number; row: FactValue[] | null }>()
          for (const step of steps) {
            for (const { key, at, queue, wait, version, removed } of step) {
              if (version < (plain.get(key)?.version ?? 0)) continue
              plain.set(key, { version, row: removed ? null : [key, queue, at, wait] })
            }
            await write(
              step.map(({ key, at, queue, wait, version, removed }) => ({
                ...call(key, at, { queue, wait }, version),
                ...(removed && { removed }),
              }))
            )
          }
          const expected = [...plain.values()].flatMap(({ row }) => (row ? [row] : []))
          const sorted = expected.sort((one, other) =>
            String(one[0]).localeCompare(String(other[0]))
          )
          assert.deepEqual(
            await select("key, f_queue, formatDateTime(at, '%FT%TZ'), f_wait"),
            sorted
          )
        }),
        { numRuns: 25 }
      )
    })

    test('a point that moves to another zone shows its calls by that clock, also across months', async ({
      assert,
    }) => {
      await write([
        call('a', '2026-05-31T20:00:00Z', { wait: 1 }),
        call('b', '2026-05-31T10:00:00Z', { wait: 2 }),
        call('c', '2026-03-29T00:30:00Z', { wait: 3 }),
      ])
      const facts = { customerId: customer, pointId: 1, source: 'suite', schema: callEvent }
      for (let twice = 0; twice < 2; twice++) {
        await recalculateEventZone(store, facts, 'Asia/Kolkata')
        assert.deepEqual(await select('key, local_date, local_minute, f_wait'), [
          ['a', '2026-06-01', 90, 1],
          ['b', '2026-05-31', 930, 2],
          ['c', '2026-03-29', 360, 3],
        ])
      }
      const same = [call('a', '2026-05-31T20:00:00Z', { wait: 1 })]
      assert.deepEqual(await write(same, 'Asia/Kolkata'), { added: 0, replaced: 0, unchanged: 1 })
      await recalculateEventZone(store, facts, 'Europe/Stockholm')
      assert.deepEqual(await select('key, local_date, local_minute'), [
        ['a', '2026-05-31', 1320],
        ['b', '2026-05-31', 720],
        ['c', '2026-03-29', 90],
      ])
    })

    test('facts older than a customer keeps them are deleted, and nobody else loses any', async ({
      assert,
    }) => {
      const kept = customer
      const calls = [
        call('old', '2026-01-01T12:00:00Z'),
        call('edge', '2026-05-02T12:00:00Z'),
        call('new', '2026-05-31T12:00:00Z'),
      ]
      await write(calls)
      customer += 1
      await write(calls)
      const today = DateTime.fromISO('2026-06-01T02:30:00Z', { zone: 'utc' })
      const rule = { customerId: customer, event: 'suite.call', days: 30 }
      await deleteExpired(store, rule, today)
      await deleteExpired(store, rule, today)
      assert.deepEqual(await select('key'), [['edge'], ['new']])
      await deleteExpired(store, { ...rule, days: 7 }, today)
      assert.deepEqual(await select('key'), [['new']])
      customer = kept
      assert.lengthOf(await select('key'), 3)
      customer += 1
    })

    test('closed months are merged, and say the same afterwards', async ({ assert }) => {
      await write([call('a', '2025-02-01T12:00:00Z', { wait: 1 })])
      await write([call('a', '2025-02-01T12:00:00Z', { wait: 2 })])
      await write([call('b', '2025-02-02T12:00:00Z', { wait: 3 })])
      assert.isAtLeast(await mergeClosedMonths(store), 1)
      const { rows } = await store.read({
        sql: "SELECT count() FROM system.parts WHERE database = 'facts' AND active AND partition_id = '202502'",
        params: {},
      })
      assert.deepEqual(rows, [[1]])
      assert.deepEqual(await select('key, f_wait'), [
        ['a', 2],
        ['b', 3],
      ])
    })

    test('a field that is added to an event later is empty in calls from before', async ({
      assert,
    }) => {
      const first: EventSchema = {
        key: 'grown',
        label: 'Grown',
        fields: { queue: { label: 'Queue', type: 'object', objectType: 'queue' } },
      }
      const then: EventSchema = {
        ...first,
        fields: { ...first.fields, mood: { label: 'Mood', type: 'text' } },
      }
      const facts = { customerId: customer, pointId: 1, zone: 'UTC', source: 'suite' }
      const events = [call('a', '2026-05-01T08:00:00Z', { queue: 'support' })]
      await writeEventFacts(store, { ...facts, schema: first, events })
      const again = [call('b', '2026-05-01T08:00:00Z', { queue: 'support', mood: 'good' })]
      await writeEventFacts(store, { ...facts, schema: then, events: again })
      const { rows } = await store.read({
        sql: 'SELECT key, f_mood FROM facts.suite_grown FINAL WHERE customer = {customer:UInt32} ORDER BY key',
        params: { customer },
      })
      assert.deepEqual(rows, [
        ['a', null],
        ['b', 'good'],
      ])
    })

    test('a table from before facts knew their file gets the column, and its facts have none', async ({
      assert,
    }) => {
      const schema: EventSchema = { key: 'older', label: 'Older', fields: {} }
      const before = createTable('suite', schema).replace(/ {2}file UInt32.*\n/, '')
      assert.notInclude(before, 'file UInt32')
      await store.command(before)
      await store.command(
        `INSERT INTO facts.suite_older (customer, point, key, at, local_date, version)
         VALUES ({customer:UInt32}, 1, 'a', '2026-05-01 08:00:00', '2026-05-01', 1)`,
        { customer }
      )
      const facts = { customerId: customer, pointId: 1, zone: 'UTC', source: 'suite', schema }
      await writeEventFacts(store, {
        ...facts,
        events: [call('b', '2026-05-01T08:00:00Z', {})],
        file: 7,
      })
      const { rows } = await store.read({
        sql: 'SELECT key, file FROM facts.suite_older FINAL WHERE customer = {customer:UInt32} ORDER BY key',
        params: { customer },
      })
      assert.deepEqual(rows, [
        ['a', 0],
        ['b', 7],
      ])
    })

    test('a field that turns into another type is refused with a sentence that says what to do', async ({
      assert,
    }) => {
      const field = (type: 'text' | 'seconds'): EventSchema => ({
        key: 'changed',
        label: 'Changed',
        fields: { wait: { label: 'Wait', type } },
      })
      await ensureFactTable(store, 'suite', field('text'))
      await assert.rejects(
        () => ensureFactTable(store, 'suite', field('seconds')),
        'Column f_wait of facts.suite_changed is Nullable(String) on disk, but the plugin now declares Nullable(Int64). Give the changed field a new name, or the event a new key.'
      )
    })

    test('a disk that is nearly full takes no more facts, and says what to do', async ({
      assert,
    }) => {
      const room = 'MODIFY SETTING min_free_disk_bytes_to_perform_insert ='
      await write([call('a', '2026-05-01T08:00:00Z')])
      await store.command(`ALTER TABLE facts.suite_call ${room} 1000000000000000`)
      await assert.rejects(
        () => write([call('b', '2026-05-01T08:00:00Z')]),
        'The disk that the facts lie on is nearly full, so nothing more is written. Make room, or shorten how long facts are kept.'
      )
      await store.command(`ALTER TABLE facts.suite_call ${room} 536870912`)
      await write([call('c', '2026-05-01T08:00:00Z')])
      assert.deepEqual(await select('key'), [['a'], ['c']])
    })

    test('what is bound stays what it was, whatever it holds', async ({ assert }) => {
      const text = fc.string({ unit: 'binary', maxLength: 20 })
      await fc.assert(
        fc.asyncProperty(text, fc.array(text, { maxLength: 4 }), async (one, many) => {
          const { rows } = await store.read({
            sql: 'SELECT {one:String}, toJSONString({many:Array(String)}), {none:Nullable(String)}',
            params: { one, many, none: null },
          })
          const [read, list, none] = rows[0]!
          assert.equal(read, one)
          assert.deepEqual(JSON.parse(String(list)), many)
          assert.isNull(none)
        }),
        { numRuns: 60 }
      )
    })

    test('a value that is not bound is asked for, and never another question’s', async ({
      assert,
    }) => {
      await store.read({ sql: 'SELECT {customer:UInt32}', params: { customer: 7 } })
      await assert.rejects(
        () => store.read({ sql: 'SELECT {customer:UInt32}', params: { other: 1 } }),
        'The question binds no value to {customer}. It binds: other.'
      )
    })

    test('questions beside each other each have their own values', async ({ assert }) => {
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, value) =>
          store.read({
            sql: 'SELECT {value:UInt32}, sum(number) + {value:UInt32} * 0 FROM numbers(10000)',
            params: { value },
            lane: value % 3 ? 'short' : 'long',
          })
        )
      )
      assert.deepEqual(
        answers.map(({ rows }) => rows[0]![0]),
        Array.from({ length: 60 }, (_, value) => value)
      )
    })

    test('a customer whose questions never end leaves room for another in each lane', async ({
      assert,
    }) => {
      const sql = 'SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1'
      for (const lane of ['short', 'long'] as const) {
        const stop = new AbortController()
        const greedy = Array.from({ length: 12 }, () =>
          store.read({ sql, params: {}, lane, customer: 1, signal: stop.signal })
        )
        const ends = Promise.allSettled(greedy)
        const { rows } = await store.read({ sql: 'SELECT 7', params: {}, lane, customer: 2 })
        assert.deepEqual(rows, [[7]])
        stop.abort()
        await ends
      }
    })

    test('a question waits for one of each other customer, however many one of them asks', async ({
      assert,
    }) => {
      const answered: number[] = []
      const sql = 'SELECT sum(sipHash64(number)) FROM numbers(20000)'
      const ask = async (one: number) => {
        await store.read({ sql, params: {}, customer: one })
        answered.push(one)
      }
      const many = Array.from({ length: 40 }, () => ask(1))
      await Promise.all([...many, ask(2), ask(3)])
      assert.isBelow(answered.indexOf(2), 16)
      assert.isBelow(answered.indexOf(3), 16)
      assert.lengthOf(answered, 42)
    })

    test('totals come beside the rows, decimals as text and nothing as null', async ({
      assert,
    }) => {
      const answer = await store.read({
        sql: `SELECT number % 2 AS half, count() AS calls, toDecimal64('1.50', 2) AS cost, nan AS share, 9007199254740991 AS most
              FROM numbers(10) GROUP BY half WITH TOTALS ORDER BY half`,
        params: {},
      })
      assert.deepEqual(answer.columns, ['half', 'calls', 'cost', 'share', 'most'])
      assert.deepEqual(answer.rows, [
        [0, 5, '1.5', null, 9007199254740991],
        [1, 5, '1.5', null, 9007199254740991],
      ])
      assert.equal(answer.totals![1], 10)
    })

    test('a large answer has all its rows', async ({ assert }) => {
      const sql = "SELECT number, concat('row \n], ', toString(number)) FROM numbers(100000)"
      const { rows } = await store.read({ sql, params: {} })
      assert.lengthOf(rows, 100000)
      assert.deepEqual(rows[99999], [99999, 'row \n], 99999'])
      let streamed = 0
      for await (const chunk of store.stream({ sql, params: {} })) streamed += chunk.length
      assert.equal(streamed, 100000)
    })

    test('a stream can be left, and the next question is answered', async ({ assert }) => {
      for (let turn = 0; turn < 4; turn++) {
        const sql = 'SELECT number FROM numbers(100000000)'
        for await (const [first] of store.stream({ sql, params: {} })) {
          assert.deepEqual(first, [0])
          break
        }
      }
      const { rows } = await store.read({ sql: 'SELECT 1', params: {}, lane: 'long' })
      assert.deepEqual(rows, [[1]])
    })

    test('a question that nobody waits for any longer is ended in the engine', async ({
      assert,
    }) => {
      const endless = 'SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1'
      const signal = AbortSignal.timeout(300)
      await assert.rejects(() => store.read({ sql: endless, params: {}, signal }), /abort|timeout/i)
      // The engine strikes it off its list a moment after it has stopped.
      const running = async () => {
        const { rows } = await store.read({
          sql: "SELECT count() FROM system.processes WHERE query LIKE '%sipHash64%' AND query NOT LIKE '%system.processes%'",
          params: {},
        })
        return rows[0]![0]
      }
      const deadline = Date.now() + 60_000
      while ((await running()) !== 0 && Date.now() < deadline) await setTimeout(50)
      assert.equal(await running(), 0)
    })

    test('a question that the engine refuses tells a number, under which the log has the engine’s words', async ({
      assert,
    }) => {
      const logged = new Map<string, string>()
      logFaultsTo((number, text) => void logged.set(number, text))
      const refused = await store
        .read({ sql: 'SELECT nonsense FROM facts.suite_call', params: {} })
        .catch((error: Error) => error)
      const [, number] =
        /^The figures cannot be reached because of a fault in their storage\. Tell support the number ([0-9A-F]{8})\.$/.exec(
          (refused as Error).message
        ) ?? []
      assert.match(logged.get(number!) ?? '', /error 47: .*nonsense/)
      const streamed = async () => {
        for await (const rows of store.stream({ sql: 'SELECT nonsense', params: {} })) {
          assert.fail(`${rows.length} rows of nonsense`)
        }
      }
      await assert.rejects(streamed, /The figures cannot be reached/)
    })

    test('a question that takes too long says how to ask for less', async ({ assert }) => {
      await assert.rejects(
        () =>
          store.read({
            sql: 'SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1 SETTINGS max_execution_time = 1',
            params: {},
          }),
        'The question took too long and was ended. Ask for a shorter period or fewer objects.'
      )
    })

    test('a question that needs too much memory says how to ask for less', async ({ assert }) => {
      await assert.rejects(
        () =>
          store.read({
            sql: 'SELECT groupArray(number) FROM numbers(1000000000) SETTINGS max_memory_usage = 20000000',
            params: {},
          }),
        'The question needs too much memory. Ask for a shorter period or fewer objects.'
      )
    })
  })
}
