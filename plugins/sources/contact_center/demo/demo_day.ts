import { wallClock, type Chance, type DemoDay } from '#core/contracts/demo'
import { columns } from '../session_file/columns.js'
import { agents, callers, groupOf, groups, type DemoGroup } from './cast.js'

type Cells = Partial<Record<(typeof columns)[number], string | number>>

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Lets one working day happen in the contact centre, and writes down what has ended by then. */
export class DemoCentreDay {
  private readonly lines: { at: number; line: string }[] = []
  /** Lines of the day so far, also those that are yet to happen: sessions are numbered by them. */
  private written = 0
  private readonly busy = new Map<string, number>()
  private readonly away = new Map<string, [number, number][]>()

  constructor(
    private readonly day: DemoDay,
    private readonly chance: Chance,
    /** How much of the day has passed, in milliseconds. */
    private readonly passed: number
  ) {}

  text(): string {
    const work = this.chance.happens(0.94) ? agents : agents.slice(1)
    for (const { id } of work) this.shift(id)
    const count = Math.round(this.chance.between(8, 13) * (this.day.month === 7 ? 0.6 : 1))
    const moments = Array.from({ length: count }, () => this.chance.between(8.1, 16.4) * hour)
    for (const at of moments.sort((a, b) => a - b)) this.session(this.chance.one(groups), at)
    return this.lines
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => line)
      .join('')
  }

  private shift(agent: string): void {
    const from = this.chance.between(7.7, 8.05) * hour
    const to = this.chance.between(16.5, 17.1) * hour
    const lunch = this.chance.between(11.2, 12.6) * hour
    const back = lunch + this.chance.between(30, 60) * minute
    this.away.set(agent, [
      [0, from],
      [lunch, back],
      [to, Infinity],
    ])
    this.state(agent, from, 'loggedOn')
    this.state(agent, lunch, 'paused', 'Lunch')
    this.state(agent, back, 'ready')
    this.state(agent, to, 'loggedOff')
  }

  private state(agent: string, at: number, state: string, reason = '', group = ''): void {
    this.write(at, {
      recordType: 'agent',
      at: wallClock(this.day, at),
      serviceGroup: group,
      agent,
      agentGroup: groupOf(agent),
      state,
      reason,
    })
  }

  private session(group: DemoGroup, at: number, of?: string): void {
    const id = of ?? `${this.day.date.replaceAll('-', '')}-${this.written}`
    const { chance } = this
    const queue = (2 + chance.exponential(group.wait)) * second
    const free = group.agents.filter((agent) => this.isFree(agent, at + queue))
    const start = { recordType: 'session', session: id, at: wallClock(this.day, at) }
    const about = {
      serviceAccess: group.access,
      serviceGroup: group.id,
      caller: chance.one(callers),
    }
    const left = (result: string, after: number) =>
      this.write(at + after, {
        ...start,
        ...about,
        result,
        endedAt: wallClock(this.day, at + after),
      })
    if (chance.happens(0.015)) return left('closed', 0)
    if (free.length === 0 || queue > 150 * second) {
      const result = chance.weighted({ timeout: 3, abandoned: 4, callback: 2, choice: 1 })
      return left(result, Math.max(queue, 40 * second))
    }
    if (chance.happens(0.06)) return left('abandoned', queue)
    if (!of && chance.happens(0.05)) {
      left('moved', queue)
      return this.session(
        groups.find((one) => one !== group)!,
        at + queue,
        id
      )
    }
    this.answered({ ...start, ...about }, at, at + queue, free)
  }

  private answered(start: Cells, at: number, rings: number, free: readonly string[]): void {
    const { chance } = this
    let moment = rings
    let number = 1
    const attempt = (agent: string, result: string, ring: number) =>
      this.write(moment + ring, {
        recordType: 'attempt',
        session: start.session,
        at: wallClock(this.day, moment),
        serviceGroup: start.serviceGroup,
        agent,
        agentGroup: groupOf(agent),
        result,
        ringSeconds: Math.floor(ring / second),
        attemptNumber: number,
      })
    if (free.length > 1 && chance.happens(0.12)) {
      const ring = chance.happens(0.7) ? 20 * second : 4 * second
      attempt(free[0]!, ring > 5 * second ? 'missed' : 'rejected', ring)
      moment += ring
      number = 2
    }
    const agent = number === 2 ? free[1]! : chance.one(free)
    const ring = chance.between(2, 9) * second
    attempt(agent, 'answered', ring)
    const answer = moment + ring
    const talk =
      (25 + chance.exponential(groups.find((one) => one.id === start.serviceGroup)!.talk)) * second
    const end = answer + talk
    const wrapUp = chance.between(10, 70) * second
    this.busy.set(agent, end + wrapUp)
    this.write(end, {
      ...start,
      answeredAt: wallClock(this.day, answer),
      endedAt: wallClock(this.day, end),
      agent,
      agentGroup: groupOf(agent),
      result: 'answered',
      ringSeconds: Math.min(Math.floor(ring / second), Math.floor((answer - at) / second) - 1),
      parkSeconds: chance.happens(0.15) ? Math.floor((talk / second) * 0.1) : 0,
      attemptNumber: number,
      transferred: chance.happens(0.06) ? 'true' : '',
    })
    if (this.isThere(agent, end) && this.isThere(agent, end + wrapUp)) {
      this.state(agent, end, 'wrapUp', '', String(start.serviceGroup))
      this.state(agent, end + wrapUp, 'ready')
    }
  }

  private isFree = (agent: string, at: number) =>
    this.isThere(agent, at) && (this.busy.get(agent) ?? 0) <= at

  private isThere = (agent: string, at: number) =>
    this.away.has(agent) && !this.away.get(agent)!.some(([from, to]) => at >= from && at < to)

  private write(at: number, record: Cells): void {
    this.written += 1
    if (at > this.passed) return
    const line = columns.map((column) => record[column] ?? '').join(';')
    this.lines.push({ at, line: `${line}\n` })
  }
}
