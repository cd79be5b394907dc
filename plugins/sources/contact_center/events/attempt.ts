import { defineEvent } from '#core/contracts/plugin'

/** A session rang at one agent: each time is an attempt. */
export const attempt = defineEvent({
  key: 'attempt',
  label: 'Attempt at an agent',
  call: 'session',
  fields: {
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    agentGroup: { type: 'object', objectType: 'agentGroup', label: 'Agent group' },
    group: { type: 'object', objectType: 'serviceGroup', label: 'Service group' },
    session: { type: 'text', label: 'Session' },
    outcome: {
      type: 'choice',
      label: 'Result',
      choices: {
        answered: 'Answered',
        missed: 'Missed',
        rejected: 'Rejected by the agent',
        left: 'The caller left first',
      },
    },
    number: { type: 'number', label: 'Attempt number' },
    ringSeconds: { type: 'seconds', label: 'Ringing time' },
  },
})
