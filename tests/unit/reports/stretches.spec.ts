import { test } from '@japa/runner'
import fc from 'fast-check'
import { timeWalk } from '#core/reports/feed/stretches'

const YEAR = 365 * 86_400_000
const PART = 10

/** Reads moments as calls are read: stretch by stretch, a few at a time, beyond the last one. */
function walked(moments: readonly number[], back: boolean, width: number) {
  const walk = timeWalk({ edges: { from: 0, to: YEAR }, back, width })
  const found: number[] = []
  const sorted = moments
    .map((at, key) => ({ at, key }))
    .sort((a, b) => a.at - b.at || a.key - b.key)
  if (back) sorted.reverse()
  let after: { at: number; key: number } | undefined
  let asked = 0
  for (let part = walk.next(undefined); part; part = walk.next(after && [after.at])) {
    const { from, to } = part.stretch
    if (!Number.isInteger(from) || !Number.isInteger(to)) throw new Error(`${from} to ${to}`)
    const place = after ? sorted.findIndex((one) => one.key === after!.key) + 1 : 0
    const raws = sorted.slice(place).filter(({ at }) => from <= at && at < to)
    const kept = raws.slice(0, PART)
    found.push(...kept.map(({ key }) => key))
    after = kept.at(-1) ?? after
    walk.found(Math.min(raws.length, PART + 1), raws.length > PART)
    asked += 1
    if (asked > 10_000) throw new Error('It never ends.')
  }
  return { found, right: sorted.map(({ key }) => key) }
}

test.group('Calls are read stretch by stretch', () => {
  test('and each of them once and in order, however they lie and however long a stretch is', ({
    assert,
  }) => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.integer({ min: 0, max: YEAR - 1 }),
            fc.integer({ min: YEAR / 2, max: YEAR / 2 + 600 })
          ),
          { maxLength: 120 }
        ),
        fc.boolean(),
        fc.double({ min: 1, max: YEAR * 3, noNaN: true }),
        (moments, back, width) => {
          const { found, right } = walked(moments, back, width)
          assert.deepEqual(found, right)
        }
      ),
      { numRuns: 300 }
    )
  })
})
