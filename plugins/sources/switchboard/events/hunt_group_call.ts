import { defineEvent } from '#core/contracts/plugin'
import { destinations, sources } from '../object_types.js'

/** One leg at one answer group without a queue (hunt group). */
export const huntGroupCall = defineEvent({
  key: 'huntGroupCall',
  label: 'Call of an answer group',
  call: 'call',
  fields: {
    group: { type: 'object', objectType: 'huntGroup', label: 'Group' },
    user: { type: 'object', objectType: 'user', label: 'Answered by member' },
    call: { type: 'text', label: 'Call' },
    outcome: {
      type: 'choice',
      label: 'Type',
      choices: {
        answered: 'Answered',
        unanswered: 'Unanswered',
        busy: 'Busy',
        overflow: 'Overflow',
        closed: 'Closed',
        failed: 'Failed',
        ongoing: 'Ongoing',
      },
    },
    caller: { type: 'phone', label: 'From', personal: true },
    forwardedFrom: { type: 'phone', label: 'Forwarded from', personal: true },
    via: { type: 'object', objectType: sources, label: 'Came via' },
    forwardedTo: { type: 'object', objectType: destinations, label: 'Forwarded to' },
    wait: { type: 'seconds', label: 'Answer time' },
    talkTime: { type: 'seconds', label: 'Call length' },
  },
})
