import { defineEvent } from '#core/contracts/plugin'

const service = { type: 'object', objectType: 'service', label: 'Answered service' } as const
const person = { type: 'object', objectType: 'person', label: 'Assigned to' } as const
const errandId = { type: 'text', label: 'Errand' } as const
const category = { type: 'text', label: 'Category' } as const

/** A message or task that a call led to. It belongs where it was created; its comments are followed from it. */
export const errand = defineEvent({
  key: 'errand',
  label: 'Errand',
  call: 'errand',
  notify: {
    person: 'person',
    subscribers: 'service',
    since: 'assignedAt',
    by: 'reportedBy',
    where: { not: { field: 'state', is: 'closed' } },
    subject: 'Errand {errand}: {category}',
    text: '{subject}\nIt came to {service}, and is assigned to you.',
  },
  fields: {
    service,
    person,
    errand: errandId,
    category,
    subject: { type: 'text', label: 'Subject' },
    state: {
      type: 'choice',
      label: 'State',
      choices: { created: 'Created', delivered: 'Delivered', closed: 'Closed' },
    },
    caller: { type: 'phone', label: 'From', personal: true },
    reportedBy: { type: 'text', label: 'Reported by' },
    assignedAt: { type: 'time', label: 'Assigned' },
    deliveredBy: {
      type: 'choice',
      label: 'Delivered by',
      choices: { email: 'E-mail', sms: 'SMS', phone: 'Telephone', web: 'Web' },
    },
    deliveredAt: { type: 'time', label: 'Delivered' },
    closedAt: { type: 'time', label: 'Closed' },
    deliverSeconds: { type: 'seconds', label: 'Time to delivery' },
    closeSeconds: { type: 'seconds', label: 'Time to closing' },
  },
})

/** How long an errand was open, so that those open at any moment can be told. */
export const errandOpen = defineEvent({
  key: 'errandOpen',
  label: 'Open errand',
  spans: 'seconds',
  fields: {
    service,
    person,
    errand: errandId,
    category,
    seconds: { type: 'seconds', label: 'Time' },
  },
})

/** That an errand was closed. It belongs where that happened. */
export const errandClosed = defineEvent({
  key: 'errandClosed',
  label: 'Closed errand',
  fields: {
    service,
    person,
    errand: errandId,
    category,
    closeSeconds: { type: 'seconds', label: 'Time to closing' },
  },
})
