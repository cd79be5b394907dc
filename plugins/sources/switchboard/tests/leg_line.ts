import { columns, type ColumnName } from '../format/columns.js'

const usual: Partial<Record<ColumnName, string>> = {
  version: 'T1',
  recordType: 'CallCdr',
  recordId: 'r1',
  callId: 'c1',
  startTime: '2026-03-02T08:00:00+01:00',
  stopTime: '2026-03-02T08:01:40+01:00',
  direction: 'INCOMING',
  objectType: 'user',
  objectId: 'anna.hansson',
  caller: '+46406280412',
  called: '+46313900601',
}

/** One line of our own format: a leg like any other, but for what is said. */
export function legLine(said: Partial<Record<ColumnName, string>>): string {
  const cells = { ...usual, ...said }
  return `${columns.map((column) => cells[column] ?? '').join(';')}\n`
}

/** A status change of an agent. */
export const agentLine = (at: string, user: string, group: string, state: string, reason = '') => {
  const agent = { recordType: 'AgentCdr', startTime: at, objectId: user, group, state }
  const none = { recordId: '', callId: '', stopTime: '', direction: '', caller: '', called: '' }
  return legLine({ ...none, ...agent, pauseReason: reason })
}
