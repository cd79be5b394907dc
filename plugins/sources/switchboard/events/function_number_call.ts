import { defineEvent } from '#core/contracts/plugin'
import { destinations, sources } from '../object_types.js'

/** One leg at one function number (number steering, rule based number). */
export const functionNumberCall = defineEvent({
  key: 'functionNumberCall',
  label: 'Call of a function number',
  call: 'call',
  fields: {
    functionNumber: { type: 'object', objectType: 'functionNumber', label: 'Function number' },
    call: { type: 'text', label: 'Call' },
    outcome: {
      type: 'choice',
      label: 'Type',
      choices: {
        forwarded: 'Forwarded',
        unanswered: 'Not forwarded',
        busy: 'Busy',
        closed: 'Closed',
        failed: 'Failed',
        ongoing: 'Ongoing',
      },
    },
    internal: { type: 'flag', label: 'Internal' },
    caller: { type: 'phone', label: 'From', personal: true },
    forwardedFrom: { type: 'phone', label: 'Forwarded from', personal: true },
    via: { type: 'object', objectType: sources, label: 'Came via' },
    forwardedTo: { type: 'object', objectType: destinations, label: 'Forwarded to' },
    length: { type: 'seconds', label: 'Call length' },
  },
})
