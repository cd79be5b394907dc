import { defineEvent } from '#core/contracts/plugin'
import { destinations, queues, sources } from '../object_types.js'

/** One leg at one attendant group or advanced answer group. */
export const queueCall = defineEvent({
  key: 'queueCall',
  label: 'Call of an advanced answer group',
  call: 'call',
  fields: {
    group: { type: 'object', objectType: queues, label: 'Group' },
    user: { type: 'object', objectType: 'user', label: 'Answered by member' },
    call: { type: 'text', label: 'Call' },
    outcome: {
      type: 'choice',
      label: 'Type',
      choices: {
        answered: 'Answered',
        abandoned: 'Unanswered',
        callback: 'Callback requested',
        noAgents: 'Forwarded: no agents or overflow',
        timeout: 'Forwarded: queue time-out',
        night: 'Forwarded: night service',
        service: 'Forwarded to a service',
        closed: 'Queue closed',
        ongoing: 'Ongoing',
      },
    },
    caller: { type: 'phone', label: 'From', personal: true },
    forwardedFrom: { type: 'phone', label: 'Forwarded from', personal: true },
    via: { type: 'object', objectType: sources, label: 'Came via' },
    callbackHandled: { type: 'flag', label: 'Callback handled' },
    transferred: { type: 'flag', label: 'Transferred out' },
    forwardedTo: { type: 'object', objectType: destinations, label: 'Forwarded to' },
    wait: { type: 'seconds', label: 'Queue time' },
    talkTime: { type: 'seconds', label: 'Call length' },
  },
})
