import { BadRecord, type TableRow } from '#core/contracts/table_row'
import { sessionResults } from './columns.js'

/** A session at a service group, as the session file tells it. */
export interface SessionRecord {
  key: string
  revision: number
  session: string
  at: Date
  answeredAt: Date | null
  endedAt: Date | null
  access: string | null
  group: string
  agent: string | null
  agentGroup: string | null
  caller: string | null
  result: (typeof sessionResults)[number]
  ringSeconds: number
  parkSeconds: number
  attemptNumber: number | null
  transferred: boolean
  callbackOf: string | null
}

/** @throws BadRecord in a sentence, where the record contradicts itself or lacks what a session must have. */
export function sessionRecord(row: TableRow): SessionRecord {
  const session = row.needed('session')
  const group = row.needed('serviceGroup')
  const at = row.neededTime('at')
  const record: SessionRecord = {
    key: row.text('recordId') || `${session}|${group}|${at.getTime()}`,
    revision: row.whole('revision') ?? 0,
    session,
    at,
    answeredAt: row.time('answeredAt'),
    endedAt: row.time('endedAt'),
    access: row.textOrNull('serviceAccess'),
    group,
    agent: row.textOrNull('agent'),
    agentGroup: row.textOrNull('agentGroup'),
    caller: row.textOrNull('caller'),
    result: row.word('result', sessionResults),
    ringSeconds: row.whole('ringSeconds') ?? 0,
    parkSeconds: row.whole('parkSeconds') ?? 0,
    attemptNumber: row.whole('attemptNumber'),
    transferred: row.flag('transferred'),
    callbackOf: row.textOrNull('callbackOf'),
  }
  mustAgree(record)
  return record
}

function mustAgree(record: SessionRecord): void {
  const { at, answeredAt, endedAt, result, ringSeconds, parkSeconds, agent } = record
  if (result === 'answered' && !answeredAt)
    throw new BadRecord('It is answered, without answeredAt.')
  if (result === 'answered' && !agent) throw new BadRecord('It is answered, and agent is empty.')
  if (result !== 'ongoing' && !endedAt) throw new BadRecord(`It is ${result}, without endedAt.`)
  if (answeredAt && result !== 'answered' && result !== 'ongoing') {
    throw new BadRecord(`It is ${result}, and has an answeredAt.`)
  }
  if (answeredAt && answeredAt < at) throw new BadRecord('answeredAt is before at.')
  if (endedAt && endedAt < (answeredAt ?? at)) {
    throw new BadRecord(`endedAt is before ${answeredAt ? 'answeredAt' : 'at'}.`)
  }
  if (ringSeconds > secondsBetween(at, answeredAt ?? endedAt)) {
    throw new BadRecord('ringSeconds is more than the whole wait.')
  }
  if (answeredAt && parkSeconds > secondsBetween(answeredAt, endedAt)) {
    throw new BadRecord('parkSeconds is more than the whole conversation.')
  }
}

const secondsBetween = (from: Date, to: Date | null) =>
  to ? (to.getTime() - from.getTime()) / 1000 : Infinity
