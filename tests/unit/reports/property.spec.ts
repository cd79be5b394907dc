import { test } from '@japa/runner'
import fc from 'fast-check'
import { source } from './declared.js'
import { difference, expected, keep, product } from './harness.js'
import { questions, worlds } from './world.js'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'

const WORLDS = Number(process.env.WORLDS ?? 60)
const QUESTIONS = 12

test.group('Reports compared with a plain calculation from the events', (group) => {
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
  })

  test('every word, grouping, interval, window, parameter and right gives the same figures', async ({
    assert,
  }) => {
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
    const asking = worlds.chain((world) =>
      fc.record({
        world: fc.constant(world),
        asked: fc.array(questions(world), { minLength: QUESTIONS, maxLength: QUESTIONS }),
      })
    )
    const property = fc.asyncProperty(asking, async ({ world, asked }) => {
      const customerId = await keep(world)
      for (const one of asked) {
        const found = await difference(await product(world, one, customerId), expected(world, one))
        if (found)
          throw new Error(
            `${found}\n${JSON.stringify(one, (_, value: unknown) => (value instanceof Set ? [...value] : value))}`
          )
      }
    })
    const result = await fc.check(property, {
      seed,
      numRuns: WORLDS,
      endOnFailure: Boolean(process.env.QUICK),
    })
    const [found] = result.counterexample ?? []
    const text = result.failed
      ? `${String(result.errorInstance)}\nas of ${found?.world.asOf.toISOString()} ${found?.world.zones}\n${JSON.stringify(found?.world.events).slice(0, 1500)}`
      : ''
    assert.isFalse(result.failed, `seed ${seed}, path ${result.counterexamplePath}: ${text}`)
  }).timeout(600_000)
})
