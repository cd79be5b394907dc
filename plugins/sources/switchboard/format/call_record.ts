import { queues, sources } from '../object_types.js'
import { BadLine } from './bad_line.js'
import type { Cells } from './cells.js'
import { directions, reasons, results, type LegKind } from './vocabulary.js'

/** One leg of a call at one object, as the platform recorded it. */
export interface CallRecord {
  kind: 'call'
  key: string
  revision: number
  call: string
  start: Date
  answer: Date | null
  stop: Date | null
  incoming: boolean
  objectType: LegKind
  object: string
  objectName: string
  organisation: string | null
  caller: string | null
  called: string | null
  internal: boolean
  /** `type:identifier` of what sent the call here; null where it was dialled. */
  via: string | null
  forwardedFrom: string | null
  result: string
  reason: string
  forwardedTo: string | null
  answeredBy: string | null
  menuKey: string | null
  transferred: boolean
  callbackOf: string | null
}

/** @throws BadLine in a sentence, where the record contradicts itself or lacks what a leg must have. */
export function readCallRecord(cells: Cells): CallRecord {
  const objectType = cells.neededWord('objectType', Object.keys(results) as LegKind[])
  const start = cells.neededTime('startTime')
  const answer = cells.time('answerTime')
  const stop = cells.time('stopTime')
  const call = cells.needed('callId')
  const object = cells.needed('objectId')
  const incoming = cells.neededWord('direction', directions) === 'INCOMING'
  const result = resultOf(cells, objectType, answer, stop)
  inOrder(start, answer, stop)
  return {
    kind: 'call',
    key: cells.text('recordId') || builtKey(call, objectType, object, incoming, start),
    revision: cells.wholeNumber('revision'),
    call,
    start,
    answer,
    stop,
    incoming,
    objectType,
    object,
    objectName: cells.text('objectName'),
    organisation: cells.textOrNull('organisation'),
    caller: cells.textOrNull('caller'),
    called: cells.textOrNull('called'),
    internal: cells.flag('internal'),
    via: cells.object('via', sources),
    forwardedFrom: cells.textOrNull('forwardedFrom'),
    result,
    reason: reasonOf(cells, objectType, result),
    forwardedTo: cells.object('forwardedTo'),
    answeredBy: cells.textOrNull('answeredBy'),
    menuKey: cells.textOrNull('menuKey'),
    transferred: cells.flag('transferred'),
    callbackOf: cells.textOrNull('callbackOf'),
  }
}

/** A format without record ids: the leg is told by what cannot change about it. */
const builtKey = (call: string, type: LegKind, object: string, incoming: boolean, start: Date) =>
  `${call}|${type}:${object}|${incoming ? 'in' : 'out'}|${start.getTime()}`

function resultOf(cells: Cells, type: LegKind, answer: Date | null, stop: Date | null): string {
  const said = cells.word('result', results[type])
  const result = said || (stop ? (answer ? 'answered' : 'unanswered') : 'ongoing')
  if (!(results[type] as readonly string[]).includes(result)) {
    throw new BadLine(
      `result is empty. For the object type ${type} it should be one of: ${results[type].join(', ')}.`
    )
  }
  if (result === 'answered' && !answer) {
    throw new BadLine('The leg is answered and has no answerTime.')
  }
  if (result !== 'ongoing' && !stop) {
    throw new BadLine(`The result is ${result} and there is no stopTime.`)
  }
  return result
}

function reasonOf(cells: Cells, type: LegKind, result: string): string {
  if (result === 'redirected') return cells.neededWord('reason', reasons.redirected)
  const queued = (queues as readonly string[]).includes(type)
  if (result === 'forwarded' && queued) return cells.neededWord('reason', reasons.forwarded)
  return ''
}

function inOrder(start: Date, answer: Date | null, stop: Date | null): void {
  if (answer && answer < start) throw new BadLine('answerTime is before startTime.')
  if (stop && stop < (answer ?? start)) {
    throw new BadLine(`stopTime is before ${answer ? 'answerTime' : 'startTime'}.`)
  }
}
