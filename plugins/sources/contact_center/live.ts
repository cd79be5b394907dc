import { figuresOf } from '#core/contracts/live'

const HOUR = 3600
const waiting = {
  event: 'session',
  by: 'group',
  where: {
    every: [
      { field: 'outcome', is: 'ongoing' },
      { field: 'agent', is: null },
    ],
  },
  within: 2 * HOUR,
} as const
const agentIs = (state: string) => ({
  event: 'agentState',
  by: 'agent',
  where: { field: 'state', is: state },
  within: 16 * HOUR,
})
const [talking, wrapUp] = [agentIs('talking'), agentIs('wrapUp')]
const [paused, loggedOn] = [agentIs('paused'), agentIs('loggedOn')]

/** What the sessions and states that have not ended say of now. */
export const live = {
  ...figuresOf('serviceGroup', {
    waiting: [{ ...waiting, is: 'count' }],
    longestWaitSince: [{ ...waiting, is: 'since' }],
    agentsTalking: [{ ...talking, by: 'group', is: { distinct: 'agent' } }],
    agentsWrapUp: [{ ...wrapUp, by: 'group', is: { distinct: 'agent' } }],
  }),
  ...figuresOf('agent', {
    state: [
      { ...talking, is: { value: 'talking' } },
      { ...wrapUp, is: { value: 'wrapUp' } },
      { ...paused, is: { value: 'paused' } },
      { ...loggedOn, is: { value: 'loggedOn' } },
    ],
    stateSince: [
      { ...talking, is: 'since' },
      { ...wrapUp, is: 'since' },
      { ...paused, is: 'since' },
      { ...loggedOn, is: 'since' },
    ],
    loggedOnSince: [{ ...loggedOn, is: 'since' }],
  }),
}
