import type { DayBook } from './day_book.js'
import { queues, people } from './cast.js'
import type { DemoDay } from './calendar.js'
import type { Chance } from './random.js'

const minute = 60 * 1000
const hour = 60 * minute

/** Who works on a day, and when they are away from their telephone: milliseconds after local midnight. */
export class Shifts {
  private readonly shifts = new Map<
    string,
    { from: number; to: number; breaks: [number, number][] }
  >()

  constructor(day: DemoDay, chance: Chance) {
    if (!day.open) return
    const holidays = day.date.slice(5, 7) === '07' ? 0.55 : 0.92
    for (const { user } of people) {
      const from = 7.75 * hour + chance.between(0, 22) * minute
      const to = 16.5 * hour + chance.between(0, 40) * minute
      const lunch = 11.25 * hour + chance.between(0, 75) * minute
      const coffee = 14.5 * hour + chance.between(0, 45) * minute
      const breaks: [number, number][] = [
        [lunch, lunch + chance.between(32, 58) * minute],
        [coffee, coffee + chance.between(9, 18) * minute],
      ]
      if (chance.happens(holidays)) this.shifts.set(user, { from, to, breaks })
    }
  }

  /** Whether somebody is at work, breaks included. */
  atWork(user: string, moment: number): boolean {
    const shift = this.shifts.get(user)
    return shift !== undefined && moment >= shift.from && moment < shift.to
  }

  /** Whether somebody can take a call from a queue. */
  ready(user: string, moment: number): boolean {
    const breaks = this.shifts.get(user)?.breaks ?? []
    return this.atWork(user, moment) && !breaks.some(([from, to]) => moment >= from && moment < to)
  }

  /** Writes down when agents logged on and off and paused, in each of their groups. */
  writeDown(book: DayBook): void {
    for (const [user, { from, to, breaks }] of this.shifts) {
      const memberOf = queues.filter(({ members }) => members.includes(user))
      memberOf.forEach(({ type, number }, index) => {
        const group = `${type}:${number}`
        // One click after another.
        const later = index * 2300
        book.status({ at: from + later, user, group, state: 'loggedOn' })
        breaks.forEach(([begin, end], nth) => {
          const reason = nth === 0 ? 'Lunch' : 'Paus'
          book.status({ at: begin + later, user, group, state: 'paused', reason })
          book.status({ at: end + later, user, group, state: 'resumed' })
        })
        book.status({ at: to + later, user, group, state: 'loggedOff' })
      })
    }
  }
}
