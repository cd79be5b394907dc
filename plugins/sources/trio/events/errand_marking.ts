import { defineEvent } from '#core/contracts/plugin'
import { media } from '../media.js'

/** What a contact was about, as the agent marked it. A contact with several markings is one of each. */
export const errandMarking = defineEvent({
  key: 'errandMarking',
  label: 'Errand marking',
  call: 'contact',
  fields: {
    service: { type: 'object', objectType: 'serviceId', label: 'Service id' },
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    contact: { type: 'text', label: 'Contact' },
    media: { type: 'choice', label: 'Medium', choices: media },
    marking: { type: 'text', label: 'Errand marking' },
    talkTime: { type: 'seconds', label: 'Call length' },
  },
})
