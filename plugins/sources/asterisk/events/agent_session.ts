import { defineEvent } from '#core/contracts/plugin'

/**
 * A time that an agent was logged on to at least one queue, or was paused in all those queues. It is
 * of the agent, not of any queue, so that who serves four queues is not counted four times.
 */
export const agentSession = defineEvent({
  key: 'agentSession',
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
    reason: { type: 'text', label: 'Reason' },
    began: { type: 'time', label: 'Began' },
    ended: { type: 'time', label: 'Ended' },
    seconds: { type: 'seconds', label: 'Time' },
  },
})
