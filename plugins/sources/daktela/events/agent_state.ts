import { defineEvent } from '#core/contracts/plugin'

/** How long an agent was logged on, and how long paused, from `realtimeSessions` asked again and again. */
export const agentState = defineEvent({
  key: 'agentState',
  label: 'State of an agent',
  spans: 'seconds',
  unitedBy: ['agent', 'state'],
  fields: {
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    state: {
      type: 'choice',
      label: 'State',
      choices: { loggedOn: 'Logged on', paused: 'Paused' },
    },
    reason: { type: 'text', label: 'Reason of the pause' },
    began: { type: 'time', label: 'Began' },
    ended: { type: 'time', label: 'Ended' },
    seconds: { type: 'seconds', label: 'Time' },
  },
})
