import type { CollectedEvent } from '#core/contracts/collector'
import type { CallRecord } from './call_record.js'
import { legs, type Leg } from './legs.js'
import { knownDispositions, outcomeOf, weight } from './outcome.js'
import { startInstant } from './start_instant.js'

/** What a record is worth: a fact at each extension that took part; or a sentence that says what is wrong with it. */
export function recordEvents(
  record: CallRecord,
  zone: string,
  trunks: ReadonlySet<string>
): CollectedEvent[] | string {
  const start = startInstant(record, zone)
  if (start === undefined) return `"${record.start}" is no date and time.`
  const outcome = outcomeOf(record)
  if (outcome === undefined) {
    return `"${record.disposition}" is no disposition. There are: ${knownDispositions}.`
  }
  const found = legs(record, trunks)
  const shared = { ...timesOf(record, outcome), outcome }
  return found.map((leg) => ({
    event: 'extensionCall',
    key: keyOf(record, leg),
    at: new Date(start),
    version: weight(outcome, leg) * 1e14 + start + Number(record.duration) * 1000,
    fields: {
      extension: leg.extension,
      call: record.linkedid || record.uniqueid || `${record.start} ${record.channel}`,
      direction: leg.direction,
      internal: leg.internal,
      ...shared,
      ...partyOf(record, leg),
      dialled: record.dst || null,
      application: record.lastapp || null,
      account: record.accountcode || null,
    },
  }))
}

/** A call that tries several telephones is one call out, and one call in at each telephone and each time that it rings. */
function keyOf(record: CallRecord, { direction, extension }: Leg): string {
  const call = record.uniqueid || `${record.start} ${record.channel}`
  const which = direction === 'out' ? '' : record.sequence || `${record.start} ${record.dstchannel}`
  return [call, direction, extension, which].join('|')
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
