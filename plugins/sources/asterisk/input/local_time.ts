import { DateTime } from 'luxon'

const pattern = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(\.\d+)?$/
/** Such as PostgreSQL's `2026-01-31 08:00:00.25+00`. */
const withOffset = /^(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|([+-]\d\d)(?::?(\d\d))?)$/
const offsets = new Map<string, readonly number[]>()

/**
 * The instants, in milliseconds, that a clock on the wall in `zone` could have meant, or the one that an
 * offset behind it says: none where the text is no date and time, two in the hour that comes twice. In the hour that is left out in spring
 * the clock is taken not to have been changed yet.
 */
export function localInstants(text: string, zone: string): number[] {
  const said = withOffset.exec(text)
  if (said) {
    const [, clock = '', hours = '+00', minutes = '00'] = said
    return localInstants(clock, 'utc').map((wall) => wall - offsetOf(hours, minutes))
  }
  const parts = pattern.exec(text)
  if (!parts) return []
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as Six
  const milliseconds = parts[7] ? Math.floor(Number(parts[7]) * 1000) : 0
  const wall = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds)
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return []
  if (new Date(wall).getUTCDate() !== day && second < 60) return []
  return hourOffsets(text.slice(0, 13), wall, zone).map((offset) => wall - offset)
}

type Six = [number, number, number, number, number, number]

/** Offsets change on the half hour at the finest, and the files come in order, so a small memory serves. */
function hourOffsets(hour: string, wall: number, zone: string): readonly number[] {
  const half = Math.floor(wall / 1_800_000) % 2
  const key = `${zone} ${hour} ${half}`
  const known = offsets.get(key)
  if (known) return known
  const found = possibleOffsets(wall, zone)
  if (offsets.size > 5000) offsets.clear()
  offsets.set(key, found)
  return found
}

function possibleOffsets(wall: number, zone: string): number[] {
  const around = [-26, -1, 0, 1, 26].map((hours) => offsetAt(wall + hours * 3_600_000, zone))
  const candidates = [...new Set(around)].sort((a, b) => b - a)
  const right = candidates.filter((offset) => offsetAt(wall - offset, zone) === offset)
  return right.length > 0 ? right : [candidates.at(-1)!]
}

const offsetAt = (instant: number, zone: string) =>
  DateTime.fromMillis(instant, { zone }).offset * 60_000

const offsetOf = (hours: string, minutes: string) =>
  (Number(hours) * 60 + (hours.startsWith('-') ? -1 : 1) * Number(minutes)) * 60_000
