import type { CollectedEvent, Rejected } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import { reasonOf } from '#core/contracts/table_row'
import { legsOf } from '../cdr/cdr_reader.js'
import { rejection, type LogReader } from '../input/log_reader.js'
import { parseLine } from './parse_line.js'
import { Passes, type PassesMemory } from './passes.js'
import { UnreadableLine } from './whole_number.js'

const memoryFormat = 1

/** Reads a queue_log: calls, attempts and agents' states, from lines that may have come in several files. */
export class QueueLogReader implements LogReader {
  private readonly passes: Passes
  private rejected: Rejected[] = []
  private ended = false

  constructor(
    private readonly zone: string,
    { name, from }: { name: string; from: number },
    private readonly before: Json
  ) {
    this.passes = new Passes(name, from === 0, remembered(before))
  }

  take(lines: readonly string[], number: number): void {
    lines.forEach((text, index) => {
      if (text === '') return
      const problem = this.takeLine(text)
      if (problem) this.rejected.push(rejection(text, number + index, problem))
    })
  }

  end(): void {
    this.ended = true
  }

  pending(): number {
    return this.passes.pending()
  }

  flush(): { events: CollectedEvent[]; rejected: Rejected[] } {
    const events = this.passes.flush()
    const rejected = this.rejected
    this.rejected = []
    return {
      events: this.ended ? lastOfEach([...events, ...this.passes.endOfPast()]) : events,
      rejected,
    }
  }

  memory(): Json {
    const legs = legsOf(this.before)
    const memory = { format: memoryFormat, ...this.passes.memory(), ...(legs && { legs }) }
    // A copy: the state goes on changing after core was handed its memory.
    return JSON.parse(JSON.stringify(memory)) as Json
  }

  private takeLine(text: string): string | undefined {
    const line = parseLine(text, this.zone)
    if (typeof line === 'string') return line
    try {
      this.passes.take(line, text)
    } catch (error) {
      return error instanceof UnreadableLine ? error.message : reasonOf(error)
    }
    return undefined
  }
}

/** The last of each key, unless its version is lower. */
function lastOfEach(events: readonly CollectedEvent[]): CollectedEvent[] {
  const last = new Map<string, CollectedEvent>()
  for (const event of events) {
    const key = `${event.event} ${event.key}`
    const known = last.get(key)
    if (!known || (event.version ?? 0) >= (known.version ?? 0)) last.set(key, event)
  }
  return [...last.values()]
}

/** Memory of another format is of no use: the reading begins as if nothing had been read. */
function remembered(memory: Json): PassesMemory | undefined {
  if (memory === null || typeof memory !== 'object' || Array.isArray(memory)) return undefined
  if (memory.format !== memoryFormat) return undefined
  return structuredClone(memory) as unknown as PassesMemory
}
