import { defineEvent } from '#core/contracts/plugin'
import { sources } from '../object_types.js'

/** One leg at one system outside the switchboard: an answering service, a contact centre, another exchange. */
export const externalCall = defineEvent({
  key: 'externalCall',
  label: 'Call of an external system',
  call: 'call',
  fields: {
    system: { type: 'object', objectType: 'externalSystem', label: 'External system' },
    call: { type: 'text', label: 'Call' },
    direction: {
      type: 'choice',
      label: 'Type',
      choices: { in: 'To the system', out: 'From the system' },
    },
    outcome: {
      type: 'choice',
      label: 'Result',
      choices: {
        answered: 'Answered',
        unanswered: 'Unanswered',
        busy: 'Busy',
        failed: 'Failed',
        ongoing: 'Ongoing',
      },
    },
    caller: { type: 'phone', label: 'From', personal: true },
    called: { type: 'phone', label: 'To', personal: true },
    forwardedFrom: { type: 'phone', label: 'Forwarded from', personal: true },
    via: { type: 'object', objectType: sources, label: 'Came via' },
    answerTime: { type: 'seconds', label: 'Answer time' },
    talkTime: { type: 'seconds', label: 'Call length' },
  },
})
