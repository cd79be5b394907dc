import {
  answeringService,
  attendants,
  callers,
  finance,
  mainMenu,
  mainNumber,
  order,
  people,
  personOf,
  sales,
  type Person,
  type Queue,
} from './cast.js'
import { momentOfDay, pressure, type DemoDay } from './calendar.js'
import type { DayBook } from './day_book.js'
import type { Chance } from './random.js'
import type { Shifts } from './shifts.js'

const second = 1000
const hour = 60 * 60 * 1000

/** A call on its way through the house. */
interface Way {
  call: string
  caller: string
  called: string
  at: number
  via?: string
  internal?: boolean
  forwardedFrom?: string
}

/** Lets the calls of one day happen: each goes where it is sent, and leaves a leg wherever it was. */
export class DayCalls {
  private readonly busyUntil = new Map<string, number>()

  constructor(
    private readonly day: DemoDay,
    private readonly book: DayBook,
    private readonly shifts: Shifts,
    private readonly chance: Chance
  ) {}

  happen(): void {
    const moments = Array.from({ length: this.day.calls }, () =>
      momentOfDay(this.day.open, this.chance)
    ).sort((a, b) => a - b)
    for (const at of moments) this.oneCall(at)
  }

  private oneCall(at: number): void {
    const kind = this.isOpen(at)
      ? this.chance.weighted({
          main: 37,
          order: 8,
          finance: 4,
          attendants: 4,
          user: 13,
          sales: 7,
          internal: 10,
          outgoing: 17,
        })
      : this.chance.weighted({
          main: 60,
          order: 12,
          finance: 3,
          attendants: 5,
          user: 12,
          sales: 4,
          internal: 1,
          outgoing: 3,
        })
    const way = { call: this.book.newCall(), caller: this.someCaller(), at }
    switch (kind) {
      case 'main':
        return this.mainNumber({ ...way, called: mainNumber.number })
      case 'order':
        return this.queue(order, { ...way, called: order.number })
      case 'finance':
        return this.queue(finance, { ...way, called: finance.number })
      case 'attendants':
        return this.queue(attendants, { ...way, called: attendants.number })
      case 'sales':
        return this.huntGroup({ ...way, called: sales.number })
      case 'user': {
        const person = this.chance.one(people)
        return this.user(person, { ...way, called: person.number })
      }
      default:
        return this.outgoing(way, kind === 'internal')
    }
  }

  /** The rules of the main number: the menu by day, the answering service by night. */
  private mainNumber(way: Way): void {
    const lost = this.chance.happens(0.012)
    const to = this.isOpen(way.at)
      ? `menu:${mainMenu.number}`
      : this.chance.happens(0.8)
        ? `externalSystem:${answeringService.id}`
        : null
    const result = lost ? 'unanswered' : to ? 'forwarded' : 'closed'
    const stop = way.at + this.chance.between(0.4, 2.2) * second
    this.book.leg({
      ...this.start(way),
      stop,
      type: 'functionNumber',
      object: mainNumber.number,
      result,
      forwardedTo: lost || !to ? undefined : to,
    })
    const on = { ...way, at: stop, via: `functionNumber:${mainNumber.number}` }
    if (result !== 'forwarded') return
    if (this.isOpen(way.at)) this.menu(on)
    else this.answeringService(on)
  }

  private menu(way: Way): void {
    const choice = this.chance.weighted({ 1: 44, 2: 17, 3: 11, 9: 13, none: 7, hungUp: 8 })
    const stop =
      way.at + this.chance.between(choice === 'none' ? 22 : 5, choice === 'none' ? 30 : 26) * second
    const [type, number] =
      choice === '1'
        ? [order.type, order.number]
        : choice === '2'
          ? [finance.type, finance.number]
          : choice === '3'
            ? ['huntGroup', sales.number]
            : [attendants.type, attendants.number]
    const result = choice === 'hungUp' ? 'hungUp' : choice === 'none' ? 'timeout' : 'forwarded'
    this.book.leg({
      ...this.start(way),
      stop,
      type: 'menu',
      object: mainMenu.number,
      result,
      forwardedTo: result === 'hungUp' ? undefined : `${type}:${number}`,
      menuKey: result === 'forwarded' ? choice : undefined,
    })
    if (result === 'hungUp') return
    const on = { ...way, at: stop, via: `menu:${mainMenu.number}` }
    if (type === 'huntGroup') return this.huntGroup(on)
    this.queue(
      [order, finance, attendants].find((queue) => queue.number === number)!,
      on
    )
  }

  private queue(queue: Queue, way: Way): void {
    const leg = { ...this.start(way), type: queue.type, object: queue.number }
    const via = `${queue.type}:${queue.number}`
    if (!this.isOpen(way.at)) {
      const stop = way.at + this.chance.between(4, 12) * second
      if (this.chance.happens(0.35)) {
        this.book.leg({ ...leg, stop, result: 'closed' })
        return
      }
      this.book.leg({
        ...leg,
        stop,
        result: 'forwarded',
        reason: 'night',
        forwardedTo: `externalSystem:${answeringService.id}`,
      })
      return this.answeringService({ ...way, at: stop, via, forwardedFrom: queue.number })
    }
    const members = queue.members.filter((member) => this.shifts.ready(member, way.at))
    const overflow = this.chance.happens(0.012 * pressure(way.at))
    if (members.length === 0 || overflow) {
      return this.sendOn(queue, way, 0, members.length === 0 ? 'noAgents' : 'overflow')
    }
    const wait = 4 + this.chance.exponential(queue.wait * pressure(way.at) ** 1.6)
    const patience = 14 + this.chance.exponential(150)
    if (wait > 55 && queue !== attendants && this.chance.happens(0.2))
      return this.callback(queue, leg)
    if (patience < wait) {
      this.book.leg({ ...leg, stop: way.at + patience * second, result: 'unanswered' })
      return
    }
    if (wait > 240) return this.sendOn(queue, way, 240, 'timeout')
    this.answer(queue, way, wait, members)
  }

  private answer(queue: Queue, way: Way, wait: number, members: readonly string[]): void {
    const via = `${queue.type}:${queue.number}`
    if (wait > 26 && members.length > 1 && this.chance.happens(0.22)) {
      const missed = this.chance.one(members)
      const start = way.at + (wait - 24) * second
      this.userLeg(
        personOf(missed),
        { ...way, at: start, via },
        { stop: start + 15 * second, result: 'unanswered' }
      )
    }
    const member = this.freest(members, way.at)
    const answer = Math.max(way.at + wait * second, this.busyUntil.get(member) ?? 0)
    const ring = Math.min(this.chance.between(2, 9) * second, answer - way.at)
    const transferred = this.chance.happens(queue.transfers)
    const talk = transferred
      ? this.chance.between(14, 60)
      : 12 + this.chance.exponential(queue.talk)
    const stop = answer + talk * second
    this.book.leg({
      ...this.start(way),
      answer,
      stop,
      type: queue.type,
      object: queue.number,
      result: 'answered',
      transferred,
    })
    const person = personOf(member)
    this.userLeg(
      person,
      { ...way, at: answer - ring, via },
      { answer, stop, result: 'answered', transferred }
    )
    this.busyUntil.set(member, stop)
    if (!transferred) return
    const to = this.chance.one(people.filter((one) => one !== person))
    this.user(to, { ...way, at: stop, via: `user:${member}`, forwardedFrom: queue.number })
  }

  /** The caller leaves the queue and is called back, mostly within the hour. */
  private callback(queue: Queue, leg: Way & { start: number; type: string; object: string }): void {
    const { caller, start } = leg
    const stop = start + this.chance.between(48, 75) * second
    const requested = this.book.leg({ ...leg, stop, result: 'callback' })
    const at = stop + this.chance.between(0.05, 1.4) * hour
    const member = queue.members.find((one) => this.shifts.ready(one, at))
    if (!member || this.chance.happens(0.15)) return
    const person = personOf(member)
    const ring = this.chance.between(4, 25) * second
    const answered = this.chance.happens(0.8)
    const answer = answered ? at + ring : undefined
    this.book.leg({
      call: this.book.newCall(),
      start: at,
      answer,
      stop: at + ring + (answered ? (20 + this.chance.exponential(queue.talk)) * second : 0),
      direction: 'OUTGOING',
      type: 'user',
      object: member,
      organisation: person.organisation,
      caller: person.number,
      called: caller,
      result: answered ? 'answered' : 'unanswered',
      callbackOf: requested,
    })
  }

  private sendOn(queue: Queue, way: Way, wait: number, reason: string): void {
    const stop = way.at + (wait + this.chance.between(1, 4)) * second
    const toAttendants = queue !== attendants
    const forwardedTo = toAttendants
      ? `${attendants.type}:${attendants.number}`
      : `externalSystem:${answeringService.id}`
    this.book.leg({
      ...this.start(way),
      stop,
      type: queue.type,
      object: queue.number,
      result: 'forwarded',
      reason: reason === 'timeout' && !toAttendants ? 'service' : reason,
      forwardedTo,
    })
    const on = {
      ...way,
      at: stop,
      via: `${queue.type}:${queue.number}`,
      forwardedFrom: queue.number,
    }
    return toAttendants ? this.queue(attendants, on) : this.answeringService(on)
  }

  private huntGroup(way: Way): void {
    const leg = { ...this.start(way), type: 'huntGroup', object: sales.number }
    const via = `huntGroup:${sales.number}`
    if (!this.isOpen(way.at)) {
      this.book.leg({ ...leg, stop: way.at + 6 * second, result: 'closed' })
      return
    }
    const members = sales.members.filter((one) => this.shifts.atWork(one, way.at))
    const free = members.filter((one) => (this.busyUntil.get(one) ?? 0) <= way.at)
    const wait = this.chance.between(3, 14) * second
    if (members.length > 0 && free.length === 0) {
      this.book.leg({ ...leg, stop: way.at + 2 * second, result: 'busy' })
      return
    }
    if (free.length === 0 || this.chance.happens(0.14)) {
      const stop = way.at + 25 * second
      const forwardedTo = `${attendants.type}:${attendants.number}`
      this.book.leg({ ...leg, stop, result: 'forwarded', forwardedTo })
      return this.queue(attendants, { ...way, at: stop, via, forwardedFrom: sales.number })
    }
    if (this.chance.happens(0.08)) {
      this.book.leg({ ...leg, stop: way.at + wait, result: 'unanswered' })
      return
    }
    const member = this.freest(free, way.at)
    const answer = way.at + wait
    const stop = answer + (15 + this.chance.exponential(230)) * second
    this.book.leg({ ...leg, answer, stop, result: 'answered' })
    this.userLeg(personOf(member), { ...way, via }, { answer, stop, result: 'answered' })
    this.busyUntil.set(member, stop)
  }

  /** A call straight to somebody, or transferred to them. */
  private user(person: Person, way: Way): void {
    const ring = this.chance.between(3, 19) * second
    if ((this.busyUntil.get(person.user) ?? 0) > way.at && this.chance.happens(0.6)) {
      return this.userLeg(person, way, { stop: way.at + second, result: 'busy' })
    }
    const away = !this.shifts.atWork(person.user, way.at)
    const result = this.chance.weighted({
      answered: away ? 3 : 76,
      unanswered: 14,
      redirected: away ? 60 : 9,
      failed: 0.7,
    })
    if (result === 'redirected') return this.redirected(person, way)
    if (result !== 'answered') {
      const stop = way.at + (result === 'failed' ? second : ring + 9 * second)
      return this.userLeg(person, way, { stop, result })
    }
    const answer = way.at + ring
    const stop = answer + (8 + this.chance.exponential(170)) * second
    this.userLeg(person, way, { answer, stop, result, transferred: this.chance.happens(0.03) })
    this.busyUntil.set(person.user, stop)
  }

  private redirected(person: Person, way: Way): void {
    const reason = this.chance.weighted({ voicemail: 60, number: 32, service: 8 })
    const forwardedTo =
      reason === 'number'
        ? `externalNumber:${person.mobile}`
        : reason === 'service'
          ? `${attendants.type}:${attendants.number}`
          : undefined
    const stop = way.at + this.chance.between(1, 16) * second
    this.userLeg(person, way, { stop, result: 'redirected', reason, forwardedTo })
  }

  private outgoing(way: Omit<Way, 'called'>, internal: boolean): void {
    const ready = people.filter((one) => this.shifts.atWork(one.user, way.at))
    const person = this.chance.one(ready.length > 1 ? ready : people)
    const to = this.chance.one(people.filter((one) => one !== person))
    const called = internal ? to.number : this.someCaller()
    const result = this.chance.weighted({ answered: 68, unanswered: 21, busy: 8, failed: 3 })
    const ring = this.chance.between(3, 24) * second
    const answer = result === 'answered' ? way.at + ring : undefined
    const talk =
      answer === undefined ? 0 : (6 + this.chance.exponential(internal ? 95 : 175)) * second
    const stop = way.at + (result === 'busy' || result === 'failed' ? 2 * second : ring) + talk
    const leg = { answer, stop, result }
    const both = { ...way, caller: person.number, called, internal }
    this.userLeg(person, both, { ...leg, direction: 'OUTGOING' })
    if (internal && result !== 'failed') this.userLeg(to, both, leg)
    if (answer !== undefined) this.busyUntil.set(person.user, stop)
  }

  private answeringService(way: Way): void {
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

  private userLeg(
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

  private start({ at, ...way }: Way): Way & { start: number } {
    return { ...way, at, start: at }
  }

  private isOpen = (at: number) => this.day.open && at >= 8 * hour && at < 17 * hour

  /** Who has been free the longest. */
  private freest(members: readonly string[], at: number): string {
    const free = members.filter((member) => (this.busyUntil.get(member) ?? 0) <= at)
    if (free.length > 0) return this.chance.one(free)
    return members.reduce((a, b) => (this.busyUntil.get(a)! <= this.busyUntil.get(b)! ? a : b))
  }

  private someCaller(): string {
    return callers[Math.floor(this.chance.next() ** 2 * callers.length)]!
  }
}
