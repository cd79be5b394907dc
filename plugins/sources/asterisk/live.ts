import { figuresOf } from '#core/contracts/live'

const HOUR = 3600
/** A call that the log never ends is lost: the exchange was stopped in the middle of it. */
const LONGEST_WAIT = 2 * HOUR
const LONGEST_CALL = 6 * HOUR
const LONGEST_SHIFT = 16 * HOUR

const waiting = {
  event: 'queueCall',
  by: 'queue',
  where: { field: 'outcome', is: 'ongoing' },
  within: LONGEST_WAIT,
} as const
const who = (state: string, within: number) => ({
  event: 'agentState',
  by: 'queue',
  where: { field: 'state', is: state },
  is: { distinct: 'agent' },
  within,
})
const agentIs = (event: string, state: string, within: number) => ({
  event,
  by: 'agent',
  where: { field: 'state', is: state },
  within,
})
const talking = agentIs('agentState', 'talking', LONGEST_CALL)
const paused = agentIs('agentSession', 'paused', LONGEST_SHIFT)
const loggedOn = agentIs('agentSession', 'loggedOn', LONGEST_SHIFT)

/** What the manager interface tells of now, and what of it the queue log says. */
export const live = {
  ...figuresOf('queue', {
    waiting: [{ ...waiting, is: 'count' }],
    longestWaitSince: [{ ...waiting, is: 'since' }],
    agentsLoggedOn: [who('loggedOn', LONGEST_SHIFT)],
    agentsReady: 'told',
    agentsTalking: [who('talking', LONGEST_CALL)],
    agentsRinging: 'told',
    agentsWrapUp: 'told',
    agentsPaused: [who('paused', LONGEST_SHIFT)],
    agentsBusy: 'told',
  }),
  ...figuresOf('agent', {
    state: [
      { ...talking, is: { value: 'talking' } },
      { ...paused, is: { value: 'paused' } },
      { ...loggedOn, is: { value: 'loggedOn' } },
    ],
    stateSince: [
      { ...talking, is: 'since' },
      { ...paused, is: 'since' },
      { ...loggedOn, is: 'since' },
    ],
    pauseReason: 'told',
    loggedOnSince: [{ ...loggedOn, is: 'since' }],
  }),
}
