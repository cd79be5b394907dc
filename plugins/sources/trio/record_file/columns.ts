/** Every column of the record file, in the order in which README.md describes them. */
export const columns = [
  'recordId',
  'revision',
  'contact',
  'serviceId',
  'serviceName',
  'media',
  'queuedAt',
  'answeredAt',
  'endedAt',
  'agent',
  'agentName',
  'caller',
  'result',
  'callback',
  'markings',
  'survey',
] as const

export const results = ['answered', 'unanswered', 'choice', 'closed'] as const
