import { localInstants } from '../input/local_time.js'
import type { CallRecord } from './call_record.js'

const hour = 3_600_000

/**
 * When the call began, in milliseconds; undefined where that is no date. The file has the local time
 * of `zone`, which in one hour of autumn may be either of two instants: the call's uniqueid holds the
 * second in which it was made, and says which. Without one, how long the call lasted may.
 */
export function startInstant(record: CallRecord, zone: string): number | undefined {
  const [first, second] = localInstants(record.start, zone)
  if (first === undefined || second === undefined) return first
  const made = Number(/(\d{9,10})\.\d+$/.exec(record.uniqueid || record.linkedid)?.[1]) * 1000
  if (Math.abs(made - first) < hour / 2) return first
  if (Math.abs(made - second) < hour / 2) return second
  const lasted = Number(record.duration) * 1000
  const ends = localInstants(record.end, zone)
  const fits = (start: number) => ends.some((end) => Math.abs(end - start - lasted) < 5000)
  return fits(first) || !fits(second) ? first : second
}
