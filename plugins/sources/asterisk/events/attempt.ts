import { defineEvent } from '#core/contracts/plugin'

/** A queue's call rang at an agent: each time is an attempt, whether or not it was answered. */
export const attempt = defineEvent({
  key: 'attempt',
  label: 'Attempt at an agent',
  call: 'call',
  fields: {
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    queue: { type: 'object', objectType: 'queue', label: 'Queue' },
    call: { type: 'text', label: 'Call' },
    outcome: {
      type: 'choice',
      label: 'Result',
      choices: {
        answered: 'Answered',
        missed: 'Missed',
        cancelled: 'The caller left first',
        dropped: 'The agent hung up before the caller was connected',
      },
    },
    ringSeconds: { type: 'seconds', label: 'Ringing time' },
  },
})
