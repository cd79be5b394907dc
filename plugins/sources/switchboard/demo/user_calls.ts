import { attendants, people, type Person } from './cast.js'
import { House, second, type Way } from './house.js'

/** What happens to calls at people: those that come, and those that they make. */
export class UserCalls extends House {
  /** A call straight to somebody, or transferred to them. */
  protected user(person: Person, way: Way): void {
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

  protected redirected(person: Person, way: Way): void {
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

  protected outgoing(way: Omit<Way, 'called'>, internal: boolean): void {
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
}
