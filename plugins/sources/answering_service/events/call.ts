import { defineEvent } from '#core/contracts/plugin'

/** One call that was handled on the customer's behalf. */
export const call = defineEvent({
  key: 'call',
  label: 'Call',
  fields: {
    service: { type: 'object', objectType: 'service', label: 'Answered service' },
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    outcome: {
      type: 'choice',
      label: 'Type',
      choices: { answered: 'Answered', lost: 'Lost' },
    },
    caller: { type: 'phone', label: 'From', personal: true },
    errand: { type: 'text', label: 'Errand' },
    wait: { type: 'seconds', label: 'Answer time' },
    talk: { type: 'seconds', label: 'Call length' },
  },
})
