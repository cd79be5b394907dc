import { createHash } from 'node:crypto'
import type { CallRecord } from './call_record.js'
import type { LegPart } from './leg_part.js'
import { legs, isLocal, type Leg } from './legs.js'
import { knownDispositions, outcomeOf } from './outcome.js'
import { startInstant } from './start_instant.js'

/** The legs that a record is about, by the key of each; or a sentence that says what is wrong with it. */
export function recordLegs(
  record: CallRecord,
  zone: string,
  trunks: ReadonlySet<string>
): [key: string, part: LegPart][] | string {
  const began = startInstant(record, zone)
  if (began === undefined) return `"${record.start}" is no date and time.`
  const outcome = outcomeOf(record)
  if (outcome === undefined) {
    return `"${record.disposition}" is no disposition. There are: ${knownDispositions}.`
  }
  const shared = {
    record: fingerprint(record),
    began,
    ended: began + Number(record.duration) * 1000,
    outcome,
    ...timesOf(record, outcome),
  }
  return legs(record, trunks).map((leg): [string, LegPart] => [
    keyOf(record, leg),
    {
      ...shared,
      viaLocal: isLocal(leg.direction === 'in' ? record.channel : record.dstchannel),
      internal: leg.internal,
      fields: {
        extension: leg.extension,
        call: record.linkedid || record.uniqueid || `${record.start} ${record.channel}`,
        direction: leg.direction,
        ...partyOf(record, leg),
        dialled: record.dst || null,
        application: record.lastapp || null,
        account: record.accountcode || null,
      },
    },
  ])
}

/**
 * A leg is one channel of a telephone in one call, however many records tell of it: a call out that
 * tries several telephones or is transferred is one, and so is a ring that a Local channel tells twice.
 */
function keyOf(record: CallRecord, { direction, extension }: Leg): string {
  const call = record.uniqueid || `${record.start} ${record.channel}`
  if (direction === 'out') return [call, direction, extension, ''].join('|')
  return record.linkedid && record.dstchannel
    ? [record.linkedid, direction, extension, record.dstchannel].join('|')
    : [call, direction, extension, record.sequence || `${record.start} ${record.dstchannel}`].join(
        '|'
      )
}

function timesOf(record: CallRecord, outcome: string) {
  const duration = Math.floor(Number(record.duration))
  const billsec = Math.floor(Number(record.billsec))
  if (outcome === 'unanswered') return { ring: duration, talk: null }
  if (outcome !== 'answered') return { ring: null, talk: null }
  return { ring: ringSeconds(record, duration - billsec), talk: billsec }
}

/** From start to answer; both are rounded, so the difference of the rounded durations may be a second off. */
function ringSeconds({ start, answer }: CallRecord, otherwise: number): number {
  const rang = (wall(answer) - wall(start)) / 1000
  return Math.abs(rang - otherwise) <= 2 ? Math.floor(rang) : Math.max(0, otherwise)
}

const wall = (text: string) => Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`)

function partyOf({ src, dst, clid }: CallRecord, { direction }: Leg) {
  if (direction === 'out') return { party: dst || null, partyName: null }
  const name = /^\s*"?(.*?)"?\s*<[^<]*>\s*$/.exec(clid)?.[1]?.trim()
  return { party: src || null, partyName: name && name !== src ? name : null }
}

/** Short, and without the numbers of the people who called. */
const fingerprint = (record: CallRecord) => {
  const { uniqueid, sequence, start, end, channel, dstchannel, disposition, billsec } = record
  const told = [uniqueid, sequence, start, end, channel, dstchannel, disposition, billsec]
  return createHash('sha1').update(told.join('|')).digest('base64').slice(0, 12)
}
