import { setImmediate } from 'node:timers/promises'
import { test } from '@japa/runner'
import { nextTurn } from '#core/jobs/yield_to_event_loop'

test.group('Long work', () => {
  test('goes on one piece in each turn of the event loop, in the order of asking', async ({
    assert,
  }) => {
    const resumed: number[] = []
    const work = async (name: number) => {
      for (let piece = 0; piece < 3; piece += 1) {
        await nextTurn()
        resumed.push(name)
      }
    }
    const all = Promise.all([1, 2, 3, 4, 5].map(work))
    const perTurn: number[] = []
    while (resumed.length < 15) {
      const before = resumed.length
      await setImmediate()
      perTurn.push(resumed.length - before)
    }
    await all
    assert.isAtMost(Math.max(...perTurn), 1)
    assert.deepEqual(resumed, [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
  })
})
