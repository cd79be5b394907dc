import { test } from '@japa/runner'
import fc from 'fast-check'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'
import { source } from './declared.js'
import { difference, expected, keep, product } from './harness.js'
import { questions, worlds, type Asked } from './world.js'

/** More of them find more: WORLDS=500 SEED=1 npm test -- --files=reports/property */
const WORLDS = Number(process.env.WORLDS ?? 16)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const QUESTIONS = 10

const asking = worlds.chain((world) =>
  fc.record({
    world: fc.constant(world),
    asked: fc.array(questions(world), { minLength: QUESTIONS, maxLength: QUESTIONS }),
  })
)

const written = (asked: Asked) =>
  JSON.stringify(asked, (_, value: unknown) => (value instanceof Set ? [...value] : value))

test.group('Reports compared with a plain calculation from the events', (group) => {
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
  })

  test('every word, grouping, interval, window, parameter and right gives the same figures', async ({
    assert,
  }) => {
    const property = fc.asyncProperty(asking, async ({ world, asked }) => {
      const customerId = await keep(world)
      for (const one of asked) {
        const right = expected(world, one)
        const found = await difference(await product(world, one, customerId), right)
        if (found) throw new Error(`${found}\n${written(one)}`)
        if (right.rows.length < 3) continue
        // As a table is made that is too large to be held: in slices of a few rows.
        const cells = Math.max(2, right.rows.length >> 1) * right.columns.length
        const sliced = await difference(await product(world, one, customerId, cells), right)
        if (sliced) throw new Error(`in slices: ${sliced}\n${written(one)}`)
      }
    })
    const result = await fc.check(property, {
      seed: SEED,
      numRuns: WORLDS,
      interruptAfterTimeLimit: 240_000,
    })
    const found = result.counterexample?.[0].world
    const text = found
      ? `seed ${SEED}: ${String(result.errorInstance)}
as of ${found.asOf.toISOString()}, ${found.zones}
${JSON.stringify(found.events).slice(0, 3000)}`
      : ''
    assert.isNull(result.counterexample, text)
  })
})
