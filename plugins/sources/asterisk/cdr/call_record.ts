/** A line of a file of call records, its columns by their names in Asterisk. What a layout lacks is empty. */
export type CallRecord = Readonly<Record<CallColumn, string>>

export const callColumns = [
  'accountcode',
  'src',
  'dst',
  'dcontext',
  'clid',
  'channel',
  'dstchannel',
  'lastapp',
  'lastdata',
  'start',
  'answer',
  'end',
  'duration',
  'billsec',
  'disposition',
  'amaflags',
  'uniqueid',
  'userfield',
  'peeraccount',
  'linkedid',
  'sequence',
] as const
export type CallColumn = (typeof callColumns)[number]
