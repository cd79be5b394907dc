import type { CollectedEvent, Rejected } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'

/** Reads one format, block by block. `number` is the number of the block's first line in the input. */
export interface LogReader {
  take(lines: readonly string[], number: number): void
  /** The input is at its end for now. */
  end(): void
  /** How many facts would come with the next `flush`. */
  pending(): number
  flush(): { events: CollectedEvent[]; rejected: Rejected[] }
  memory(): Json
}

/** A line as it is shown to who mends it. */
export const rejection = (line: string, number: number, reason: string): Rejected => ({
  line: line.length > 2000 ? `${line.slice(0, 2000)}…` : line,
  number,
  reason,
})
