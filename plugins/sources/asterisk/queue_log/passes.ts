import { createHash } from 'node:crypto'
import type { CollectedEvent } from '#core/contracts/collector'
import { isCovered, withStretch, type Stretch } from './covered.js'
import type { QueueLine } from './parse_line.js'
import { QueueLog, type QueueLogMemory } from './queue_log.js'
import { spanEvent } from './span.js'

export type PassesMemory = {
  now: QueueLogMemory
  /** Prints of the lines at the very last moment, by which an input that begins there is known again. */
  last: string[]
  /** What the input that was read last into `now` covers. */
  stretch: Stretch | null
  /** What earlier inputs cover. */
  covered: Stretch[]
  past?: { name: string; stretch: Stretch | null; log: QueueLogMemory }
}

interface Past {
  name: string
  stretch: Stretch | null
  log: QueueLog
}

/**
 * Keeps a log that is read again, or older files read later, apart from the state of now: a second
 * look at the past must not open calls and log-ons that ended since. Its facts have the same keys and
 * versions as the first time, so they change nothing that was known better. Of times that were read
 * before, agents' states are not worked out again: who was there when a part of a log begins it does
 * not say. When the older reading comes past what was known, it becomes the state of now.
 */
export class Passes {
  private readonly now: QueueLog
  private readonly known: ReadonlySet<string>
  /** The lines of the last moments with their times. The same line again says nothing new. */
  private readonly last = { now: new Map<string, number>(), past: new Map<string, number>() }
  private ended: CollectedEvent[] = []
  private stretch: Stretch | null
  private covered: Stretch[]
  private past: Past | undefined
  private inPast: boolean
  private begun: boolean

  /** `fresh`: the input begins at its first line, so it may be one of the past. */
  constructor(
    private readonly name: string,
    fresh: boolean,
    memory?: PassesMemory
  ) {
    this.now = new QueueLog(memory?.now)
    this.known = new Set(memory?.last)
    this.stretch = memory?.stretch ?? null
    this.covered = memory?.covered ?? []
    this.past = memory?.past && { ...memory.past, log: new QueueLog(memory.past.log) }
    this.begun = !fresh
    this.inPast = !fresh && this.past?.name === name
  }

  take(line: QueueLine, text: string): void {
    if (this.isRepeated(line, text)) return
    // A log that goes back in time begins again: parts that overlap were joined.
    if (!this.begun || line.at < this.until() - disorder) this.begin(line, text)
    if (this.inPast && line.at > this.now.until) this.arrive()
    if (this.inPast) return this.takePast(this.past!, line, text)
    this.now.take(line)
    this.stretch = lengthened(this.stretch, line.at)
    this.remember(text, line.at)
  }

  pending(): number {
    const past = this.inPast ? this.past!.log.pending() : 0
    return this.ended.length + this.now.pending() + past
  }

  flush(): CollectedEvent[] {
    const { ended } = this
    this.ended = []
    return [...ended, ...this.now.flush(), ...(this.inPast ? this.past!.log.flush() : [])]
  }

  /** At the end of an input of the past: what it leaves open is not open now, unless it is so in the state of now too. */
  endOfPast(): CollectedEvent[] {
    if (!this.inPast) return []
    const { until, agents } = this.past!.log
    const lasting = this.now.agents.open()
    return [...agents.open()]
      .filter(([key]) => !lasting.has(key))
      .map(([, { span, session }]) => ({
        ...spanEvent({ ...span, ended: until }, session),
        version: span.changed * 1000,
      }))
  }

  memory(): PassesMemory {
    return {
      now: this.now.memory(),
      last: this.last.now.size > 0 ? this.lastOfNow().map(print) : [...this.known],
      stretch: this.stretch,
      covered: this.covered,
      ...(this.past && { past: { ...this.past, log: this.past.log.memory() } }),
    }
  }

  private takePast(past: Past, line: QueueLine, text: string): void {
    const known = isCovered([...(this.stretch ? [this.stretch] : []), ...this.covered], line.at)
    past.log.take(line, !known)
    past.stretch = lengthened(past.stretch, line.at)
    this.remember(text, line.at)
  }

  private begin(line: QueueLine, text: string): void {
    this.begun = true
    this.last.past.clear()
    if (this.inPast) this.ended.push(...this.past!.log.flush(), ...this.endOfPast())
    const { until } = this.now
    this.inPast = line.at < until || (line.at === until && this.known.has(print(text)))
    this.cover(this.past?.stretch)
    if (!this.inPast) {
      this.cover(this.stretch)
      this.stretch = null
      this.past = undefined
      return
    }
    const goesOn = this.past && line.at > this.past.log.until
    const log = goesOn ? this.past!.log : new QueueLog()
    this.past = { name: this.name, stretch: null, log }
  }

  /** The time of the last line of what is being read. */
  private until(): number {
    return this.inPast ? this.past!.log.until : this.now.until
  }

  private isRepeated(line: QueueLine, text: string): boolean {
    const until = this.until()
    return line.at <= until && line.at >= until - disorder && this.lastLines().has(text)
  }

  private remember(text: string, at: number): void {
    const lines = this.lastLines()
    lines.set(text, at)
    if (lines.size < mostRemembered) return
    const oldest = this.until() - disorder
    for (const [known, when] of lines) if (when < oldest) lines.delete(known)
  }

  private lastLines(): Map<string, number> {
    return this.inPast ? this.last.past : this.last.now
  }

  private lastOfNow(): string[] {
    return [...this.last.now].filter(([, at]) => at === this.now.until).map(([text]) => text)
  }

  private arrive(): void {
    this.now.adopt(this.past!.log)
    this.cover(this.past!.stretch)
    this.past = undefined
    this.inPast = false
  }

  private cover(stretch: Stretch | null | undefined): void {
    if (stretch) this.covered = withStretch(this.covered, stretch)
  }
}

/** Lines of one moment may come in any order, and a little later than they should. */
const disorder = 10_000
const mostRemembered = 2000

const lengthened = (stretch: Stretch | null, at: number): Stretch =>
  stretch ? [Math.min(stretch[0], at), Math.max(stretch[1], at)] : [at, at]

/** Short, and without the numbers of the people who called. */
const print = (text: string) => createHash('sha1').update(text).digest('base64').slice(0, 12)
