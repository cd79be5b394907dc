import { defineEvent } from '#core/contracts/plugin'
import { destinations, queues, sources } from '../object_types.js'

/** One leg at one user, in or out. A call over a queue has its leg here too, beside the queue's own. */
export const userCall = defineEvent({
  key: 'userCall',
  label: 'Call of a user',
  call: 'call',
  fields: {
    user: { type: 'object', objectType: 'user', label: 'User' },
    organisation: { type: 'object', objectType: 'organisation', label: 'Organisation' },
    call: { type: 'text', label: 'Call' },
    direction: {
      type: 'choice',
      label: 'Type',
      choices: { in: 'Incoming', out: 'Outgoing' },
    },
    internal: { type: 'flag', label: 'Internal' },
    caller: { type: 'phone', label: 'From', personal: true },
    called: { type: 'phone', label: 'To', personal: true },
    party: { type: 'phone', label: 'Other party', personal: true },
    forwardedFrom: { type: 'phone', label: 'Forwarded from', personal: true },
    via: { type: 'object', objectType: sources, label: 'Came via' },
    queue: { type: 'object', objectType: queues, label: 'Group' },
    outcome: {
      type: 'choice',
      label: 'Result',
      choices: {
        answered: 'Answered',
        unanswered: 'Unanswered',
        busy: 'Busy',
        redirected: 'Redirected',
        failed: 'Failed',
        ongoing: 'Ongoing',
      },
    },
    redirectedTo: {
      type: 'choice',
      label: 'Redirected to',
      choices: { number: 'Another number', voicemail: 'Voicemail', service: 'A service' },
    },
    forwardedTo: { type: 'object', objectType: destinations, label: 'Forwarded to' },
    transferred: { type: 'flag', label: 'Transferred out' },
    answerTime: { type: 'seconds', label: 'Answer time' },
    talkTime: { type: 'seconds', label: 'Call length' },
  },
})
