import { answeringService, callers, type Person } from './cast.js'
import type { DemoDay } from './calendar.js'
import type { DayBook } from './day_book.js'
import type { Chance } from './random.js'
import type { Shifts } from './shifts.js'

export const second = 1000
export const hour = 60 * 60 * 1000

/** A call on its way through the house. */
export interface Way {
  call: string
  caller: string
  called: string
  at: number
  via?: string
  internal?: boolean
  forwardedFrom?: string
}

/** What everything that happens to calls on a day needs: who is free, what the chances are, and where it is written down. */
export class House {
  protected readonly busyUntil = new Map<string, number>()

  constructor(
    protected readonly day: DemoDay,
    protected readonly book: DayBook,
    protected readonly shifts: Shifts,
    protected readonly chance: Chance
  ) {}

  protected answeringService(way: Way): void {
    const answered = this.chance.happens(0.88)
    const ring = this.chance.between(4, 20) * second
    const answer = answered ? way.at + ring : undefined
    const stop = way.at + ring + (answered ? (20 + this.chance.exponential(55)) * second : 0)
    this.book.leg({
      ...this.start(way),
      answer,
      stop,
      type: 'externalSystem',
      object: answeringService.id,
      result: answered ? 'answered' : 'unanswered',
    })
  }

  protected userLeg(
    { user, organisation }: Person,
    way: Way,
    leg: {
      answer?: number
      stop: number
      result: string
      direction?: 'OUTGOING'
      reason?: string
      forwardedTo?: string
      transferred?: boolean
    }
  ): void {
    this.book.leg({ ...this.start(way), type: 'user', object: user, organisation, ...leg })
  }

  protected start({ at, ...way }: Way): Way & { start: number } {
    return { ...way, at, start: at }
  }

  protected isOpen = (at: number) => this.day.open && at >= 8 * hour && at < 17 * hour

  /** Who has been free the longest. */
  protected freest(members: readonly string[], at: number): string {
    const free = members.filter((member) => (this.busyUntil.get(member) ?? 0) <= at)
    if (free.length > 0) return this.chance.one(free)
    return members.reduce((a, b) => (this.busyUntil.get(a)! <= this.busyUntil.get(b)! ? a : b))
  }

  protected someCaller(): string {
    return callers[Math.floor(this.chance.next() ** 2 * callers.length)]!
  }
}
