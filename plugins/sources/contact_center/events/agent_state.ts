import { defineEvent } from '#core/contracts/plugin'

/** How long an agent was logged on, and what of it was spent paused, talking and in wrap-up. */
export const agentState = defineEvent({
  key: 'agentState',
  label: 'State of an agent',
  spans: 'seconds',
  unitedBy: ['agent', 'state'],
  fields: {
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    agentGroup: { type: 'object', objectType: 'agentGroup', label: 'Agent group' },
    group: {
      type: 'object',
      objectType: 'serviceGroup',
      label: 'Service group',
      description: 'Of the session that is talked or wrapped up.',
    },
    state: {
      type: 'choice',
      label: 'State',
      choices: {
        loggedOn: 'Logged on',
        paused: 'Paused',
        talking: 'Talking',
        wrapUp: 'Wrap-up',
      },
    },
    reason: { type: 'text', label: 'Reason of the pause' },
    began: { type: 'time', label: 'Began' },
    ended: { type: 'time', label: 'Ended' },
    seconds: { type: 'seconds', label: 'Time' },
  },
})
