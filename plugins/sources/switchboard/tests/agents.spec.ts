import { test } from '@japa/runner'
import { Known } from './collect.js'
import { agentLine } from './leg_line.js'

const order = 'answerGroup:+46846500410'
const attendants = 'attendantGroup:+46846500402'
const at = (time: string, state: string, group = order, reason = '') =>
  agentLine(`2026-03-02T${time}+01:00`, 'anna.hansson', group, state, reason)

const states = (known: Known, event: string) =>
  known
    .of(event)
    .map(({ group, state, reason, seconds }) => [group ?? null, state, reason, seconds])
    .sort((a, b) => String(a).localeCompare(String(b)))

test.group('Agents logging on and off', () => {
  test('log-on, pause and log-off give the time of each', async ({ assert }) => {
    const known = await new Known().read(
      at('08:00:00', 'loggedOn') +
        at('10:00:00', 'paused', order, 'Lunch') +
        at('10:30:00', 'resumed') +
        at('17:00:00', 'loggedOff')
    )
    assert.deepEqual(states(known, 'agentState'), [
      [order, 'loggedOn', null, 9 * 3600],
      [order, 'paused', 'Lunch', 1800],
    ])
  })

  test('logging off ends a pause too', async ({ assert }) => {
    const known = await new Known().read(
      at('08:00:00', 'loggedOn') + at('16:00:00', 'paused') + at('16:10:00', 'loggedOff')
    )
    assert.deepEqual(states(known, 'agentState'), [
      [order, 'loggedOn', null, 8 * 3600 + 600],
      [order, 'paused', null, 600],
    ])
  })

  test('whoever is logged on now is so without an end', async ({ assert }) => {
    const known = await new Known().read(at('08:00:00', 'loggedOn'))
    assert.containsSubset(known.of('agentState'), [
      { state: 'loggedOn', ended: null, seconds: null },
    ])
  })

  test('a person is away while paused in every group, not in one', async ({ assert }) => {
    const known = await new Known().read(
      at('08:00:00', 'loggedOn') +
        at('09:00:00', 'loggedOn', attendants) +
        at('10:00:00', 'paused') +
        at('11:00:00', 'paused', attendants, 'Lunch') +
        at('11:30:00', 'resumed') +
        at('12:00:00', 'loggedOff') +
        at('13:00:00', 'loggedOff', attendants)
    )
    assert.deepEqual(states(known, 'agentPresence'), [
      [null, 'loggedOn', null, 5 * 3600],
      [null, 'paused', 'Lunch', 1800],
      [null, 'paused', 'Lunch', 3600],
    ])
  })

  test('a log-on in one file is ended by a log-off in the next', async ({ assert }) => {
    const known = await new Known().read(at('08:00:00', 'loggedOn'), 'monday')
    await known.read(at('17:00:00', 'loggedOff'), 'tuesday')
    assert.deepEqual(states(known, 'agentState'), [[order, 'loggedOn', null, 9 * 3600]])
  })

  test('an old file read again leaves who is logged on now logged on', async ({ assert }) => {
    const morning = at('08:00:00', 'loggedOn') + at('10:00:00', 'loggedOff')
    const known = await new Known().read(morning, 'morning')
    await known.read(at('12:00:00', 'loggedOn'), 'noon')
    await known.read(morning, 'morning again')
    await known.read(at('13:00:00', 'loggedOff'), 'afternoon')
    assert.deepEqual(states(known, 'agentState'), [
      [order, 'loggedOn', null, 3600],
      [order, 'loggedOn', null, 7200],
    ])
  })

  test('a status change without a known state is rejected', async ({ assert }) => {
    const known = await new Known().read(at('08:00:00', 'dancing'))
    assert.match(known.rejected[0]!.reason, /Known are: loggedOn, loggedOff, paused, resumed/)
  })
})
