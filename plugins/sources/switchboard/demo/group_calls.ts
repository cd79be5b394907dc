import { answeringService, attendants, people, personOf, sales, type Queue } from './cast.js'
import { pressure } from './calendar.js'
import { hour, second, type Way } from './house.js'
import { UserCalls } from './user_calls.js'

/** What happens to calls at groups: waiting, being answered, giving up, being sent on. */
export class GroupCalls extends UserCalls {
  protected queue(queue: Queue, way: Way): void {
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
    const freeAt = Math.min(...members.map((member) => this.busyUntil.get(member) ?? 0))
    const untilFree = (freeAt - way.at) / second + this.chance.between(2, 6)
    // Now and then a queue is stuck.
    const calm = queue.wait * (this.chance.happens(0.035) ? 6 : 1)
    const wait = Math.max(4 + this.chance.exponential(calm * pressure(way.at) ** 1.6), untilFree)
    const patience = 14 + this.chance.exponential(150)
    if (wait > 55 && queue !== attendants && this.chance.happens(0.2))
      return this.callback(queue, leg)
    if (patience < wait) {
      this.book.leg({ ...leg, stop: way.at + patience * second, result: 'unanswered' })
      return
    }
    if (wait > 150) return this.sendOn(queue, way, 150, 'timeout')
    this.answer(queue, way, wait, members)
  }

  protected answer(queue: Queue, way: Way, wait: number, members: readonly string[]): void {
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
  protected callback(
    queue: Queue,
    leg: Way & { start: number; type: string; object: string }
  ): void {
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

  protected sendOn(queue: Queue, way: Way, wait: number, reason: string): void {
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

  protected huntGroup(way: Way): void {
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
}
