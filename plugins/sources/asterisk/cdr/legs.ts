import type { CallRecord } from './call_record.js'
import { endpoint } from './endpoint.js'

export interface Leg {
  extension: string
  direction: 'in' | 'out'
  /** The call does not leave this Asterisk: it is between extensions, or to a queue or service of it. */
  internal: boolean
}

/**
 * At which extensions a record is a call. A channel does not say whether a telephone or a trunk is
 * behind it, so the numbers tell: a telephone calls as itself or by a short number, and what the
 * caller dialled out in full is reached by a trunk. Trunks that are still mistaken are named in the
 * settings.
 */
export function legs(record: CallRecord, trunks: ReadonlySet<string>): Leg[] {
  const calling = telephone(record.channel, trunks)
  const called = telephone(record.dstchannel, trunks)
  if (!record.dstchannel && calling === record.dst && calling !== record.src) {
    return calling ? [{ extension: calling, direction: 'in', internal: false }] : []
  }
  const out = calling !== undefined && callsAsItself(calling, record)
  const into = called !== undefined && (!out || isReached(called, record.dst))
  const inside = !record.dstchannel || isLocal(record.dstchannel)
  const service = inside && !isOutside(record.dst)
  return [
    ...(out ? [{ extension: calling, direction: 'out' as const, internal: into || service }] : []),
    ...(into ? [{ extension: called, direction: 'in' as const, internal: out }] : []),
  ]
}

/** Whether a channel only joins parts of a call inside this Asterisk. */
export const isLocal = (channel: string) => /^local\//i.test(channel)

function telephone(channel: string, trunks: ReadonlySet<string>): string | undefined {
  const name = endpoint(channel)
  return name !== undefined && !trunks.has(name.toLowerCase()) ? name : undefined
}

const callsAsItself = (name: string, { src, clid }: CallRecord) =>
  name === src || clid.includes(`<${name}>`) || isShort(name) || !isOutside(src)

const isReached = (name: string, dialled: string) =>
  name === dialled || isShort(name) || !isOutside(dialled)

const isShort = (name: string) => /^\d{1,6}$/.test(name)
const isOutside = (number: string) => /^(\+|\d{7})/.test(number.replace(/[ ()-]/g, ''))
