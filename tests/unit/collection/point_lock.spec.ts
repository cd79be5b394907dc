import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import { inPoint, waitingFor } from '#core/collection/point_lock'

test.group('One collection at a time per point', () => {
  test('collections of a point follow one another, those of another point do not wait', async ({
    assert,
  }) => {
    const said: string[] = []
    const work = (name: string, milliseconds: number) => async () => {
      said.push(`${name} begins`)
      await pause(milliseconds)
      said.push(`${name} ends`)
    }
    await Promise.all([
      inPoint(1, work('first', 40)),
      inPoint(1, work('second', 1)),
      inPoint(2, work('other', 1)),
    ])
    assert.deepEqual(said, [
      'first begins',
      'other begins',
      'other ends',
      'first ends',
      'second begins',
      'second ends',
    ])
  })

  test('one that fails is told to who asked, and the next goes on', async ({ assert }) => {
    const failing = inPoint(3, () => Promise.reject(new Error('broken')))
    const next = inPoint(3, () => Promise.resolve('done'))
    assert.equal(waitingFor(3), 2)
    await assert.rejects(() => failing, 'broken')
    assert.equal(await next, 'done')
    assert.equal(waitingFor(3), 0)
  })
})
