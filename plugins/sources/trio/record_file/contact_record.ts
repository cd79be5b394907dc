import { BadRecord, type TableRow } from '#core/contracts/table_row'
import { mediumKeys, type Medium } from '../media.js'
import { results } from './columns.js'

/** More than anybody marks or asks; what was dropped from a record is looked for up to here. */
export const MOST = 10

/** A contact at a service id, as the record file tells it. */
export interface ContactRecord {
  key: string
  revision: number
  contact: string
  service: string
  media: Medium
  queuedAt: Date
  answeredAt: Date | null
  endedAt: Date
  agent: string | null
  caller: string | null
  result: (typeof results)[number]
  callback: boolean
  markings: readonly string[]
  survey: readonly { question: string; score: number | null }[]
}

/** @throws BadRecord in a sentence, where the record contradicts itself or lacks what a contact must have. */
export function contactRecord(row: TableRow): ContactRecord {
  const contact = row.needed('contact')
  const service = row.needed('serviceId')
  const queuedAt = row.neededTime('queuedAt')
  const record: ContactRecord = {
    key: row.text('recordId') || `${contact}|${service}|${queuedAt.getTime()}`,
    revision: row.whole('revision') ?? 0,
    contact,
    service,
    media: row.text('media') === '' ? 'voice' : row.word('media', mediumKeys),
    queuedAt,
    answeredAt: row.time('answeredAt'),
    endedAt: row.neededTime('endedAt'),
    agent: row.textOrNull('agent'),
    caller: row.textOrNull('caller'),
    result: row.word('result', results),
    callback: row.flag('callback'),
    markings: listed(row, 'markings'),
    survey: listed(row, 'survey').map(surveyAnswer),
  }
  mustAgree(record)
  return record
}

/** Values with a bar between them. */
function listed(row: TableRow, column: string): string[] {
  const all = row.text(column).split('|')
  const found = [...new Set(all.map((one) => one.trim()).filter((one) => one !== ''))]
  if (found.length <= MOST) return found
  throw new BadRecord(`${column} has ${found.length} values; at most ${MOST} are read.`)
}

function surveyAnswer(text: string): { question: string; score: number | null } {
  const [, question, score] = /^([^=]+)=(\d{0,4})$/.exec(text) ?? []
  if (question === undefined) {
    throw new BadRecord(`survey "${text}" should be a question, = and a score, such as Helhet=5.`)
  }
  return { question: question.trim(), score: score === '' ? null : Number(score) }
}

function mustAgree({ result, answeredAt, endedAt, queuedAt, agent }: ContactRecord): void {
  if (result === 'answered' && !answeredAt) {
    throw new BadRecord('It is answered, without answeredAt.')
  }
  if (result === 'answered' && !agent) throw new BadRecord('It is answered, and agent is empty.')
  if (result !== 'answered' && answeredAt) {
    throw new BadRecord(`It is ${result}, and has an answeredAt.`)
  }
  if (answeredAt && answeredAt < queuedAt) throw new BadRecord('answeredAt is before queuedAt.')
  if (endedAt < (answeredAt ?? queuedAt)) {
    throw new BadRecord(`endedAt is before ${answeredAt ? 'answeredAt' : 'queuedAt'}.`)
  }
}
