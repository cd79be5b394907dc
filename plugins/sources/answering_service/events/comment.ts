import { defineEvent } from '#core/contracts/plugin'

/** What somebody wrote about an errand. What is internal is never shown to the customer's own people. */
export const comment = defineEvent({
  key: 'comment',
  label: 'Comment',
  call: 'errand',
  internal: { field: 'internal', is: true },
  notify: {
    person: ['person', 'reporter'],
    subscribers: 'service',
    by: 'author',
    subject: 'Comment on errand {errand}',
    text: '{author}: {text}',
  },
  fields: {
    service: { type: 'object', objectType: 'service', label: 'Answered service' },
    person: { type: 'object', objectType: 'person', label: 'Assigned to' },
    errand: { type: 'text', label: 'Errand' },
    reporter: { type: 'text', label: 'Reported by' },
    author: { type: 'text', label: 'Author' },
    text: { type: 'text', label: 'Comment' },
    fromCustomer: { type: 'flag', label: 'From the customer' },
    internal: { type: 'flag', label: 'Internal comment' },
  },
})
