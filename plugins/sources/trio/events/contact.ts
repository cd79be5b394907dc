import { defineEvent } from '#core/contracts/plugin'
import { media } from '../media.js'

/** One contact at one service id. It belongs where it was queued, and is told first when it has been handled. */
export const contact = defineEvent({
  key: 'contact',
  label: 'Contact',
  call: 'contact',
  fields: {
    service: { type: 'object', objectType: 'serviceId', label: 'Service id' },
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    contact: { type: 'text', label: 'Contact' },
    media: { type: 'choice', label: 'Medium', choices: media },
    outcome: {
      type: 'choice',
      label: 'Type',
      choices: {
        answered: 'Answered',
        unanswered: 'Unanswered',
        choice: 'Left by choice',
        closed: 'Queue closed',
      },
    },
    callback: { type: 'flag', label: 'Callback' },
    caller: { type: 'phone', label: 'From', personal: true },
    wait: { type: 'seconds', label: 'Answer time' },
    talkTime: { type: 'seconds', label: 'Call length' },
    handledAt: { type: 'time', label: 'Handled' },
  },
})
