import { figuresOf } from '#core/contracts/live'

const SHIFT = 16 * 3600
const agentIs = (state: string) => ({
  event: 'agentState',
  by: 'agent',
  where: { field: 'state', is: state },
  within: SHIFT,
})
const [paused, loggedOn] = [agentIs('paused'), agentIs('loggedOn')]

/** What the instance tells of its agents, and what of it was collected. */
export const live = {
  ...figuresOf('queue', { agentsTalking: 'told' }),
  ...figuresOf('agent', {
    state: [
      { ...paused, is: { value: 'paused' } },
      { ...loggedOn, is: { value: 'loggedOn' } },
    ],
    stateSince: [
      { ...paused, is: 'since' },
      { ...loggedOn, is: 'since' },
    ],
    pauseReason: 'told',
    loggedOnSince: [{ ...loggedOn, is: 'since' }],
  }),
}
