import { test } from '@japa/runner'
import { Turns, type Waiting } from '#core/jobs/turns'

const waiting = (customerId: number, userId: number): Waiting => ({ customerId, userId })

test.group('Turns', () => {
  test('go round the customers, and round the people of each, however much one of them waits for', ({
    assert,
  }) => {
    const turns = new Turns()
    const all = [waiting(1, 11), waiting(1, 12), waiting(2, 21), waiting(3, 31)]
    const served: string[] = []
    for (let step = 0; step < 8; step += 1) {
      const [next] = turns.round(all)
      turns.served(next)
      served.push(`${next.customerId}:${next.userId}`)
    }
    assert.deepEqual(served.slice(0, 4), ['1:11', '2:21', '3:31', '1:12'])
    assert.deepEqual(served.slice(4), ['2:21', '3:31', '1:11', '2:21'])
  })

  test('come at once to a customer who was not there before', ({ assert }) => {
    const turns = new Turns()
    for (let step = 0; step < 100; step += 1) turns.served(waiting(1, 11))
    assert.deepEqual(
      turns.round([waiting(1, 11), waiting(2, 21)]).map(({ customerId }) => customerId),
      [2, 1]
    )
  })
})
