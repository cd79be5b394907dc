/**
 * Every column that a record may have, in the order of our own format version `T1`. README.md describes
 * each. A column map says where a format version has them.
 */
export const columns = [
  'version',
  'recordType',
  'recordId',
  'revision',
  'callId',
  'startTime',
  'answerTime',
  'stopTime',
  'direction',
  'objectType',
  'objectId',
  'objectName',
  'organisation',
  'caller',
  'called',
  'internal',
  'via',
  'forwardedFrom',
  'result',
  'reason',
  'forwardedTo',
  'answeredBy',
  'menuKey',
  'transferred',
  'callbackOf',
  'group',
  'state',
  'pauseReason',
] as const
export type ColumnName = (typeof columns)[number]

/** Without these a leg of a call cannot be placed. What else is missing is taken as empty. */
export const requiredOfCalls = [
  'recordType',
  'callId',
  'startTime',
  'answerTime',
  'stopTime',
  'direction',
  'objectType',
  'objectId',
  'caller',
  'called',
  'result',
] as const satisfies readonly ColumnName[]

/** Without these a status change of an agent cannot be placed. */
export const requiredOfAgents = [
  'recordType',
  'startTime',
  'objectId',
  'state',
] as const satisfies readonly ColumnName[]

export const isColumn = (name: string): name is ColumnName =>
  (columns as readonly string[]).includes(name)
