import type { CollectedEvent } from '#core/contracts/collector'
import type { LegPart } from './leg_part.js'
import { weight } from './outcome.js'

export type LegsMemory = [key: string, parts: LegPart[]][]

/** How long after its last record a leg is remembered, and how many legs at most. */
const remembered = 2 * 3_600_000
const most = 1000

/**
 * The legs of calls at extensions, each from all the records that tell of it, in whatever order and
 * in whichever files they come.
 */
export class ExtensionLegs {
  /** The leg that was heard of longest ago is first. */
  private readonly legs: Map<string, LegPart[]>
  private readonly changed = new Set<string>()
  private until = 0

  constructor(memory: LegsMemory = []) {
    this.legs = new Map(memory)
  }

  take(key: string, part: LegPart): void {
    const parts = this.legs.get(key) ?? []
    const again = parts.some(({ record }) => record === part.record)
    this.legs.delete(key)
    this.legs.set(key, again ? parts : [...parts, part])
    this.changed.add(key)
    this.until = Math.max(this.until, part.ended)
  }

  pending(): number {
    return this.changed.size
  }

  flush(): CollectedEvent[] {
    const events = [...this.changed].map((key) => legEvent(key, this.legs.get(key)!))
    this.changed.clear()
    this.forget()
    return events
  }

  memory(): LegsMemory {
    return structuredClone([...this.legs])
  }

  private forget(): void {
    for (const [key, parts] of this.legs) {
      const old = this.until - Math.max(...parts.map(({ ended }) => ended)) > remembered
      if (old || this.legs.size > most) this.legs.delete(key)
    }
  }
}

/**
 * A leg began with its first record, ended as the one that says most of how it ended, and was talked as
 * long as all of them together. Its version grows with the last end and with how many records are known,
 * so that a part of the log that lacks some of them does not win.
 */
function legEvent(key: string, parts: readonly LegPart[]): CollectedEvent {
  const sorted = [...parts].sort((a, b) => a.began - b.began || a.ended - b.ended)
  const first = sorted[0]!
  const known = sorted.find(({ viaLocal }) => !viaLocal) ?? first
  const best = sorted.reduce((one, other) =>
    weight(other.outcome) > weight(one.outcome) ? other : one
  )
  const talks = sorted.flatMap(({ talk }) => talk ?? [])
  return {
    event: 'extensionCall',
    key,
    at: new Date(first.began),
    version: Math.max(...sorted.map(({ ended }) => ended)) * 1000 + Math.min(999, sorted.length),
    fields: {
      ...first.fields,
      internal: known.internal,
      outcome: best.outcome,
      ring: best.ring,
      talk: talks.length > 0 ? talks.reduce((sum, talk) => sum + talk, 0) : null,
    },
  }
}
