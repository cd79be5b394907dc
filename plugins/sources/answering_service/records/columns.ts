/** Every column of the file, in the order in which README.md describes them. */
export const columns = [
  'recordType',
  'recordId',
  'revision',
  'service',
  'serviceName',
  'at',
  'answeredAt',
  'endedAt',
  'agent',
  'agentName',
  'caller',
  'result',
  'errand',
  'category',
  'subject',
  'person',
  'personName',
  'deliveredAt',
  'deliveredBy',
  'closedAt',
  'author',
  'fromCustomer',
  'internal',
  'text',
  'assignedAt',
] as const

export const recordTypes = ['call', 'errand', 'comment'] as const
export const results = ['answered', 'lost'] as const
export const deliveries = ['email', 'sms', 'phone', 'web'] as const
