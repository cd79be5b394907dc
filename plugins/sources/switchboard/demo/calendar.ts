import { DateTime } from 'luxon'
import type { Chance } from './random.js'

/** A local day of the demo. */
export interface DemoDay {
  date: string
  /** The instant of the day's first local second, by the offset that holds at noon. */
  midnight: number
  /** Of that offset, as records write it: `+01:00`. */
  offset: string
  offsetMs: number
  /** Whether people work. */
  open: boolean
  /** How many calls there are. */
  calls: number
}

export function demoDay(date: string, zone: string, chance: Chance): DemoDay {
  const noon = DateTime.fromISO(`${date}T12:00:00`, { zone })
  const open = noon.weekday <= 5 && !isHoliday(noon)
  const mean = open
    ? 209 * weekdays[noon.weekday - 1]! * months[noon.month - 1]!
    : noon.weekday === 6
      ? 24
      : 15
  return {
    date,
    midnight: noon.toMillis() - 12 * 60 * 60 * 1000,
    offset: noon.toFormat('ZZ'),
    offsetMs: noon.offset * 60 * 1000,
    open,
    calls: Math.round(mean * chance.between(0.9, 1.1)),
  }
}

/** Monday is the heaviest. */
const weekdays = [1.17, 1.05, 1.0, 0.97, 0.84]
/** A quiet July, a busy autumn. */
const months = [0.98, 1.0, 1.04, 1.0, 1.02, 0.92, 0.62, 0.9, 1.1, 1.12, 1.1, 0.94]

const fixed = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']

/** The days when a Swedish office is closed. */
function isHoliday(day: DateTime): boolean {
  if (fixed.includes(day.toFormat('MM-dd'))) return true
  const midsummerEve = day.month === 6 && day.weekday === 5 && day.day >= 19 && day.day <= 25
  const fromEaster = Math.round(day.startOf('day').diff(easter(day), 'days').days)
  return midsummerEve || [-2, 1, 39].includes(fromEaster)
}

/** Easter Sunday by the Gregorian reckoning of Gauss, as Butcher wrote it down. */
function easter({ year, zone }: DateTime): DateTime {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const corrected = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const epact = (corrected + 19 * golden + 15) % 30
  const moon =
    epact -
    Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7
  const days = moon - weekday
  const month = 3 + Math.floor((days + 40) / 44)
  return DateTime.fromObject({ year, month, day: days + 28 - 31 * Math.floor(month / 4) }, { zone })
}

/** How many calls begin in each half hour of a working day, from 06:00 on; the last stands for the night. */
const halfHours = [
  1, 2, 5, 9, 26, 34, 38, 40, 37, 34, 30, 22, 19, 24, 33, 36, 33, 29, 26, 21, 15, 10, 5, 3, 2, 2, 1,
  1,
]
const halfHoursClosed = [
  1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 1, 1, 1,
]

/** When a call begins: milliseconds after local midnight. */
export function momentOfDay(open: boolean, chance: Chance): number {
  const shape = open ? halfHours : halfHoursClosed
  let left = chance.next() * shape.reduce((sum, weight) => sum + weight, 0)
  const slot = shape.findIndex((weight) => (left -= weight) < 0)
  return Math.floor((6 + Math.max(slot, 0) / 2 + chance.next() / 2) * 60 * 60 * 1000)
}

/** How hard pressed the queues are at a moment: 1 is calm. */
export function pressure(moment: number): number {
  const hour = moment / (60 * 60 * 1000)
  return 0.75 + 1.3 * bell(hour, 9.7, 1.1) + 0.9 * bell(hour, 13.7, 0.9) + 0.5 * bell(hour, 12, 0.5)
}

const bell = (hour: number, top: number, width: number) => Math.exp(-(((hour - top) / width) ** 2))
