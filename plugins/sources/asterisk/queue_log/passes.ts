import { createHash } from 'node:crypto'
import type { CollectedEvent } from '#core/contracts/collector'
import type { QueueLine } from './parse_line.js'
import { QueueLog, type QueueLogMemory } from './queue_log.js'
import { spanEvent } from './span.js'

export type PassesMemory = {
  now: QueueLogMemory
  /** Prints of the lines at the very last moment, by which an input that begins there is known again. */
  last: string[]
  past?: { name: string; log: QueueLogMemory }
}

/**
 * Keeps a log that is read again, or older files read later, apart from the state of now: a second
 * look at the past must not open calls and log-ons that ended since. Its facts have the same keys and
 * versions as the first time, so they change nothing that was known better. When the older reading
 * comes past what was known, it becomes the state of now.
 */
export class Passes {
  private readonly now: QueueLog
  private past: { name: string; log: QueueLog } | undefined
  private readonly known: ReadonlySet<string>
  private readonly last = new Set<string>()
  private inPast = false
  private begun: boolean

  /** `fresh`: the input begins at its first line, so it may be one of the past. */
  constructor(
    private readonly name: string,
    fresh: boolean,
    memory?: PassesMemory
  ) {
    this.now = new QueueLog(memory?.now)
    this.known = new Set(memory?.last)
    this.past = memory?.past && { name: memory.past.name, log: new QueueLog(memory.past.log) }
    this.begun = !fresh
    this.inPast = !fresh && this.past?.name === name
  }

  take(line: QueueLine, text: string): void {
    if (!this.begun) this.begin(line, text)
    if (this.inPast && line.at > this.now.until) this.arrive()
    if (this.inPast) return this.past!.log.take(line)
    const before = this.now.until
    this.now.take(line)
    if (line.at > before) this.last.clear()
    if (line.at >= before) this.last.add(text)
  }

  pending(): number {
    return this.now.pending() + (this.inPast ? this.past!.log.pending() : 0)
  }

  flush(): CollectedEvent[] {
    return this.inPast ? this.past!.log.flush() : this.now.flush()
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
      last: this.last.size > 0 ? [...this.last].map(print) : [...this.known],
      ...(this.past && { past: { name: this.past.name, log: this.past.log.memory() } }),
    }
  }

  private begin(line: QueueLine, text: string): void {
    this.begun = true
    const { until } = this.now
    this.inPast = line.at < until || (line.at === until && this.known.has(print(text)))
    if (!this.inPast) this.past = undefined
    else if (this.past && line.at > this.past.log.until) this.past.name = this.name
    else this.past = { name: this.name, log: new QueueLog() }
  }

  private arrive(): void {
    this.now.adopt(this.past!.log)
    this.past = undefined
    this.inPast = false
  }
}

/** Short, and without the numbers of the people who called. */
const print = (text: string) => createHash('sha1').update(text).digest('base64').slice(0, 12)
