import { test } from '@japa/runner'
import fc from 'fast-check'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'
import { makeFollowUp, type FollowUpOptions } from '#core/reports/run_follow_up'
import { source } from './declared.js'
import { keep, sources } from './harness.js'
import { asking, object, world } from './made_world.js'

const objects = [
  object(1, 'queue', 'support', { aliases: [{ identifier: 'help', from: null, to: null }] }),
  object(2, 'queue', 'sales'),
  object(3, 'queue', 'support', {
    pointId: 2,
    pointName: 'india',
    zone: 'Asia/Kolkata',
    publicKey: 'india:support',
  }),
]

interface Attempt {
  at: Date
  point: number
  queue: string
  caller: string | null
  outcome: string | null
  tag: string | null
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  // Three days around the one asked about, by quarters of an hour, so that moments coincide.
  at: fc
    .integer({ min: -96, max: 192 })
    .map((quarter) => new Date(Date.UTC(2026, 9, 25) + quarter * 900_000)),
  point: fc.constantFrom(1, 1, 2),
  queue: fc.constantFrom('support', 'help', 'sales', 'ghost'),
  caller: fc.constantFrom('+46701234512', '+46701234513', '+46701234514', null),
  outcome: fc.constantFrom('answered', 'abandoned', 'abandoned', 'forwarded', null),
  tag: fc.constantFrom(null, null, null, 'test'),
})

/** Which object an attempt was at, as the customer's aliases have it. */
const whose = ({ point, queue }: Attempt) =>
  point === 2
    ? queue === 'support'
      ? 3
      : undefined
    : { support: 1, help: 1, sales: 2 }[queue as 'support']

/** Who was missed that Sunday in Stockholm or India, one call at a time. */
function plainly(attempts: readonly Attempt[], chosen: number[], allowed: number[]) {
  const counted = attempts.filter((one) => one.tag !== 'test' && one.caller !== null)
  const dateOf = ({ at, point }: Attempt) =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: point === 2 ? 'Asia/Kolkata' : 'Europe/Stockholm',
    }).format(at)
  const at = (one: Attempt, ids: number[]) => ids.includes(whose(one) ?? 0)
  const seen = counted.filter((one) => at(one, allowed) && dateOf(one) >= '2026-10-25')
  const missed = seen.filter((one) => at(one, chosen) && one.outcome === 'abandoned')
  return [...new Set(missed.map(({ caller }) => caller))].flatMap((caller) => {
    const mine = missed.filter((one) => one.caller === caller)
    const inside = mine.filter((one) => dateOf(one) === '2026-10-25').map((one) => +one.at)
    if (inside.length === 0) return []
    const last = Math.max(...mine.map((one) => +one.at))
    const answers = seen.filter((one) => one.caller === caller && one.outcome === 'answered')
    const later = answers.map((one) => +one.at).filter((moment) => moment >= last)
    return [
      {
        party: caller,
        missedAt: Math.min(...inside),
        times: inside.length,
        lastAt: last,
        reachedAt: later.length ? Math.min(...later) : null,
      },
    ]
  })
}

const keepAttempts = (attempts: readonly Attempt[]) => {
  const made = world(
    objects,
    attempts.map(({ at, point, ...fields }) => ({ at: at.toISOString(), point, fields }))
  )
  return keep(made).then((customer) => ({ made, customer }))
}

async function ask(
  { made, customer }: Awaited<ReturnType<typeof keepAttempts>>,
  query: Parameters<typeof asking>[0] = {},
  rights: Parameters<typeof asking>[1] = {},
  options: FollowUpOptions = {}
) {
  const asked = asking(query, rights)
  return makeFollowUp(asked.query, await sources(made, asked, customer), options)
}

test.group('Who was missed and not reached later', (group) => {
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
  })

  test('is what reading every call one by one says, whatever the calls, the choice and the rights', async ({
    assert,
  }) => {
    const cases = fc.record({
      attempts: fc.array(attempt, { maxLength: 40 }),
      sales: fc.boolean(),
      all: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ attempts, sales, all }) => {
        const kept = await keepAttempts(attempts)
        const allowed = sales ? [1, 2, 3] : [1, 3]
        const { rows, count, notReached } = await ask(
          kept,
          all ? {} : { objects: ['hq:support'] },
          { allowed: new Set(allowed) }
        )
        const wanted = plainly(attempts, all ? allowed : [1], allowed)
        const told = rows.map((row) => ({
          party: row.party,
          missedAt: Date.parse(String(row.missedAt)),
          times: row.times,
          lastAt: Date.parse(String(row.lastAt)),
          reachedAt: row.reachedAt === null ? null : Date.parse(String(row.reachedAt)),
        }))
        assert.sameDeepMembers(told, wanted)
        assert.deepEqual(
          rows.map((row) => row.reached),
          told.map(({ reachedAt }) => reachedAt !== null)
        )
        assert.equal(count, wanted.length)
        assert.equal(notReached, wanted.filter(({ reachedAt }) => reachedAt === null).length)
        const moments = told.map(({ lastAt }) => lastAt)
        assert.deepEqual(
          moments,
          [...moments].sort((a, b) => b - a)
        )
      }),
      { numRuns: 12 }
    )
  })

  const many = Array.from({ length: 12 }, (_, index): Attempt[] => {
    const call = {
      point: 1,
      queue: 'support',
      tag: null,
      caller: `+4670123450${index % 10}${index}`,
    }
    const at = (hour: number) => new Date(Date.UTC(2026, 9, 25, hour, index % 3))
    return [
      { ...call, at: at(8), outcome: 'abandoned' },
      { ...call, at: at(9), outcome: index % 3 ? 'forwarded' : 'answered' },
    ]
  }).flat()

  test('pages follow each other, and who was reached can be left out', async ({ assert }) => {
    const kept = await keepAttempts(many)
    const parties: unknown[] = []
    let cursor: string | undefined
    do {
      const page = await ask(kept, {}, {}, { cursor, limit: 3, reached: false })
      assert.deepEqual([page.count, page.notReached], [12, 8])
      assert.isTrue(page.rows.every((row) => row.reached === false && row.reachedAt === null))
      parties.push(...page.rows.map((row) => row.party))
      cursor = page.next
    } while (cursor)
    assert.lengthOf(parties, 8)
    assert.equal(new Set(parties).size, 8)
  })

  test('numbers are masked for who may not see them, in the cursor too', async ({ assert }) => {
    const kept = await keepAttempts(many)
    const page = await ask(kept, {}, { personalFields: false }, { limit: 3 })
    assert.match(String(page.rows[0].party), /^\+4670\*+\d\d$/)
    const open = Buffer.from(page.next ?? '', 'base64').toString()
    assert.notMatch(page.next + open, /701234/)
    assert.deepEqual(page.notes, ['Personal details are masked'])
  })

  test('a report that says nothing of it, a foreign cursor and too long a page are refused', async ({
    assert,
  }) => {
    const kept = await keepAttempts([])
    const refused = async (...of: [Parameters<typeof asking>[0], FollowUpOptions]) => {
      try {
        await ask(kept, of[0], {}, of[1])
      } catch (error) {
        return (error as { problem: { code: string } }).problem.code
      }
    }
    assert.equal(await refused({ report: 'proof.states' }, {}), 'E_NO_FOLLOW_UP')
    assert.equal(await refused({}, { cursor: 'x' }), 'E_INVALID_CURSOR')
    assert.equal(await refused({}, { limit: 2000 }), 'E_INVALID_LIMIT')
  })
})
