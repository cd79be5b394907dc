import { test } from '@japa/runner'
import { gatherBatches, type Batch } from '#core/collection/gather_batches'
import type { Collected, CollectedEvent } from '#core/contracts/collector'

const events = (count: number): CollectedEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    event: 'call',
    key: String(index),
    at: new Date(),
    fields: {},
  }))

async function gathered(
  results: Iterable<Collected>,
  limits?: Parameters<typeof gatherBatches>[1]
) {
  const batches: Batch[] = []
  for await (const batch of gatherBatches(asyncOf(results), limits)) batches.push(batch)
  return batches
}

async function* asyncOf<T>(values: Iterable<T>) {
  yield* values
}

const few = { records: 10, milliseconds: 60_000 }

test.group('Batches', () => {
  test('small results are gathered, with the memory and position of the last', async ({
    assert,
  }) => {
    const batches = await gathered(
      [1, 2, 3].map((position) => ({ events: events(2), memory: { open: position }, position })),
      few
    )
    assert.lengthOf(batches, 1)
    assert.lengthOf(batches[0]?.events ?? [], 6)
    assert.deepInclude(batches[0], { memory: '{"open":3}', position: 3 })
  })

  test('a result larger than a batch is parted, and only its end says how far it came', async ({
    assert,
  }) => {
    const batches = await gathered([{ events: events(25), memory: 'm', position: 99 }], few)
    assert.deepEqual(
      batches.map((batch) => [batch.events.length, batch.position]),
      [
        [10, undefined],
        [10, undefined],
        [5, 99],
      ]
    )
  })

  test('the memory is that of its batch, also where the collector goes on changing it', async ({
    assert,
  }) => {
    const memory = { calls: 0 }
    function* results(): Iterable<Collected> {
      for (let call = 1; call <= 2; call++) {
        memory.calls = call
        yield { events: events(10), memory, position: call }
      }
    }
    const batches = await gathered(results(), few)
    assert.deepEqual(
      batches.map((batch) => batch.memory),
      ['{"calls":1}', '{"calls":2}']
    )
  })

  test('broken records fill a batch too', async ({ assert }) => {
    const rejected = [{ line: 'x', reason: 'y' }]
    const results = Array.from({ length: 20 }, (_, position) => ({
      rejected,
      memory: null,
      position,
    }))
    assert.lengthOf(await gathered(results, few), 2)
  })
})
