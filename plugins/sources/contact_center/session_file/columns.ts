/** Every column of the session file, in the order in which README.md describes them. A file may have them in any order and leave out those it does not need. */
export const columns = [
  'recordType',
  'recordId',
  'revision',
  'session',
  'at',
  'answeredAt',
  'endedAt',
  'serviceAccess',
  'serviceGroup',
  'agent',
  'agentGroup',
  'caller',
  'result',
  'ringSeconds',
  'parkSeconds',
  'attemptNumber',
  'transferred',
  'callbackOf',
  'state',
  'reason',
] as const

export const recordTypes = ['session', 'attempt', 'agent'] as const

/** What may become of a session at a service group. */
export const sessionResults = [
  'answered',
  'abandoned',
  'timeout',
  'moved',
  'noAgents',
  'full',
  'choice',
  'callback',
  'closed',
  'failed',
  'ongoing',
] as const

export const attemptResults = ['answered', 'missed', 'rejected', 'left'] as const
