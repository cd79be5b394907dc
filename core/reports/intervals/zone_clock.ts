import { DateTime, IANAZone } from 'luxon'
import { partsOf, type CalendarDay } from '#core/reports/intervals/calendar_day'

/** Seconds since 1970, half open. */
export interface Stretch {
  from: number
  to: number
}

const DAY = 86_400

/** Where the local days of one zone lie on the real clock. */
export class ZoneClock {
  readonly #zone: IANAZone
  readonly #starts = new Map<CalendarDay, number>()

  constructor(readonly zone: string) {
    this.#zone = IANAZone.create(zone)
  }

  /** The moment when a day begins there. */
  dayStart(day: CalendarDay): number {
    let start = this.#starts.get(day)
    if (start === undefined) this.#starts.set(day, (start = this.#midnight(day)))
    return start
  }

  /**
   * The real time of a window of local minutes on a day: one stretch, except where the clock changes
   * inside it. What the clock skips is no time; what it repeats is there twice.
   */
  stretches(day: CalendarDay, fromMinute: number, toMinute: number): Stretch[] {
    const start = this.dayStart(day)
    const end = this.dayStart(day + 1)
    if (end - start === DAY) return [{ from: start + fromMinute * 60, to: start + toMinute * 60 }]
    const change = this.#change(start, end)
    return [
      { from: start, to: change },
      { from: change, to: end },
    ]
      .map(({ from, to }) => {
        const local = day * DAY - this.offset(from)
        return {
          from: Math.max(from, local + fromMinute * 60),
          to: Math.min(to, local + toMinute * 60),
        }
      })
      .filter(({ from, to }) => from < to)
  }

  /** Seconds that the local clock is ahead of UTC. */
  offset(at: number): number {
    return this.#zone.offset(at * 1000) * 60
  }

  #midnight(day: CalendarDay) {
    const { year, month } = partsOf(day)
    const date = new Date(day * DAY * 1000).getUTCDate()
    return DateTime.fromObject({ year, month, day: date }, { zone: this.#zone }).toSeconds()
  }

  /** The minute at which the clock changes between two moments. */
  #change(from: number, to: number) {
    const before = this.offset(from)
    let low = from
    let high = to
    while (high - low > 60) {
      const middle = low + Math.floor((high - low) / 120) * 60
      if (this.offset(middle) === before) low = middle
      else high = middle
    }
    return high
  }
}
