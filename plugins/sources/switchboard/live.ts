import { figuresOf } from '#core/contracts/live'
import { queues } from './object_types.js'

const HOUR = 3600
const waiting = {
  event: 'queueCall',
  by: 'group',
  where: {
    every: [
      { field: 'outcome', is: 'ongoing' },
      { field: 'user', is: null },
    ],
  },
  within: 2 * HOUR,
} as const
const who = (state: string) => ({
  event: 'agentState',
  by: 'group',
  where: { field: 'state', is: state },
  is: { distinct: 'user' },
  within: 16 * HOUR,
})
const userIs = (state: string) => ({
  event: 'agentPresence',
  by: 'user',
  where: { field: 'state', is: state },
  within: 16 * HOUR,
})
const [paused, loggedOn] = [userIs('paused'), userIs('loggedOn')]

/** What the calls and states that have not ended say of now. */
export const live = {
  ...figuresOf(queues, {
    waiting: [{ ...waiting, is: 'count' }],
    longestWaitSince: [{ ...waiting, is: 'since' }],
    agentsLoggedOn: [who('loggedOn')],
    agentsPaused: [who('paused')],
  }),
  ...figuresOf('user', {
    state: [
      { ...paused, is: { value: 'paused' } },
      { ...loggedOn, is: { value: 'loggedOn' } },
    ],
    stateSince: [
      { ...paused, is: 'since' },
      { ...loggedOn, is: 'since' },
    ],
    loggedOnSince: [{ ...loggedOn, is: 'since' }],
  }),
}
