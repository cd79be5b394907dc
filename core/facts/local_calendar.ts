import { IANAZone } from 'luxon'
import { tabDate } from '#core/facts/engine/tab_separated'

/** What a clock on the wall shows: the date, and minutes since that midnight (0 to 1439). */
export interface LocalMoment {
  localDate: string
  localMinute: number
}

const SLOT = 15 * 60_000
const DAY = 24 * 60 * 60_000
const SLOTS_KEPT = 200_000

/**
 * The local date and minute of a moment in a zone. On the night the clock goes back, both moments that
 * show 02:30 have that minute; the hour that the clock leaps over has none.
 */
export function localMoment(at: Date, zone: string): LocalMoment {
  const local = at.getTime() + offsetAt(at.getTime(), zone)
  const day = Math.floor(local / DAY)
  return { localDate: tabDate(day), localMinute: Math.floor((local - day * DAY) / 60_000) }
}

interface Calendar {
  zone: IANAZone
  /** Milliseconds by slot. Zones only change their offset at whole quarters of an hour. */
  offsets: Map<number, number>
}
const calendars = new Map<string, Calendar>()

function offsetAt(moment: number, zone: string) {
  const { zone: clock, offsets } = calendarOf(zone)
  const slot = Math.floor(moment / SLOT)
  const known = offsets.get(slot)
  if (known !== undefined) return known
  const offset = clock.offset(slot * SLOT) * 60_000
  if (offsets.size >= SLOTS_KEPT) offsets.clear()
  offsets.set(slot, offset)
  return offset
}

function calendarOf(zone: string) {
  let calendar = calendars.get(zone)
  if (!calendar) {
    calendar = { zone: IANAZone.create(zone), offsets: new Map() }
    if (!calendar.zone.isValid) throw new RangeError(`"${zone}" is no time zone.`)
    calendars.set(zone, calendar)
  }
  return calendar
}
