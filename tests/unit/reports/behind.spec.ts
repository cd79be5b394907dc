import { test } from '@japa/runner'
import fc from 'fast-check'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'
import { openableCells, unlikeItsCalls } from '#tests/made/calls_behind'
import { source } from './declared.js'
import { keep, sources } from './harness.js'
import { questions, worlds } from './world.js'

/** More of them find more: WORLDS=500 SEED=1 npm test -- --files=reports/behind */
const WORLDS = Number(process.env.WORLDS ?? 5)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const QUESTIONS = 4
const CELLS = 6

const asking = worlds.chain((world) =>
  fc.record({
    world: fc.constant(world),
    asked: fc.array(questions(world), { minLength: QUESTIONS, maxLength: QUESTIONS }),
    picks: fc.array(fc.nat(), { minLength: CELLS, maxLength: CELLS }),
  })
)

/** Overlapping measures, of which single calls count twice or are taken away. */
const TWICE = new Set(['pointsBoth'])

test.group('The calls behind a figure', (group) => {
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
  })

  test('are as many as a number says and add up to a sum, whatever row, grouping, window and right', async ({
    assert,
  }) => {
    let tried = 0
    const property = fc.asyncProperty(asking, async ({ world, asked, picks }) => {
      const customerId = await keep(world)
      for (const one of asked) {
        const from = await sources(world, one, customerId)
        const openable = await openableCells(one.query, from)
        const cells = openable.filter(({ address }) => !TWICE.has(address.column))
        for (const pick of cells.length ? picks : []) {
          tried += 1
          const cell = cells[pick % cells.length]!
          const found = await unlikeItsCalls(one.query, from, cell)
          if (found) throw new Error(`${one.query.report}: ${found}\n${JSON.stringify(one.query)}`)
        }
      }
    })
    const result = await fc.check(property, {
      seed: SEED,
      numRuns: WORLDS,
      interruptAfterTimeLimit: 240_000,
      endOnFailure: true,
    })
    const text = `seed ${SEED}: ${String(result.errorInstance)}`
    assert.isNull(result.counterexample, text)
    assert.isAbove(tried, 20)
  }).timeout(300_000)
})
