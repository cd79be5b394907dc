import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { collectedSource } from '#tests/made/collected_source'
import switchboard from '../index.js'

const monday = await readFile(new URL('fixtures/monday.csv', import.meta.url))
/** From 07:55, when she logged on, to midnight: she never logged off. */
const ANNA = 16 * 3600 + 300
const SOFIE = 9 * 3600 + 240

test.group('Occupancy of a Monday reckoned by hand', () => {
  test('is the time talked of the time logged on, per agent and per group', async ({ assert }) => {
    const { collect, run } = await collectedSource(switchboard, '2026-03-02')
    await collect(monday, 'monday.csv')
    const agents = await run('logOnPerAgent')
    assert.containsSubset(agents.of('anna.hansson'), {
      loggedOn: ANNA,
      talking: 180 + 120,
      occupancy: (100 * 300) / ANNA,
    })
    assert.containsSubset(agents.of('sofie.ramfors'), { talking: 0, occupancy: 0 })
    const groups = await run('logOnPerGroup')
    assert.containsSubset(groups.of('+46846500410'), {
      talking: 180,
      present: ANNA + SOFIE,
      occupancyLoggedOn: (100 * 180) / (ANNA + SOFIE),
    })
    const hours = await run('logOnPerAgent', {
      objects: ['anna.hansson'],
      interval: 'timeOfDay',
      intervalMinutes: 60,
    })
    assert.deepEqual(
      hours.rows
        .filter(({ talking }) => Number(talking) > 0)
        .map(({ interval, talking }) => [interval, talking]),
      [
        ['08:00', 180],
        ['09:00', 120],
      ]
    )
  })
})
