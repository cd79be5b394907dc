type Past = { at: number; last: string; queues: Record<string, number> }

const remembered = 3_600_000
const most = 5000

/**
 * Which queues a call has been to, so that its next visit to one of them has a key of its own and
 * says where it came from. Kept for an hour after the call was last heard of, and of 5000 calls.
 */
export class PastVisits {
  private readonly calls: Map<string, Past>

  constructor(memory?: Record<string, Past>) {
    this.calls = new Map(Object.entries(memory ?? {}).sort(([, a], [, b]) => a.at - b.at))
  }

  has(call: string, queue: string): boolean {
    return this.calls.get(call)?.queues[queue] !== undefined
  }

  /** The key of a visit that begins. It is made of the call and the queue, never of a time, which a part of a log may not know. */
  next(call: string, queue: string, at: number): { key: string; via: string | null } {
    const known = this.calls.get(call)
    const visit = (known?.queues[queue] ?? 0) + 1
    this.calls.delete(call)
    this.calls.set(call, { at, last: queue, queues: { ...known?.queues, [queue]: visit } })
    return {
      key: visit === 1 ? `${call}|${queue}` : `${call}|${queue}|${visit}`,
      via: known?.last ?? null,
    }
  }

  touch(call: string, at: number): void {
    const known = this.calls.get(call)
    if (known) known.at = Math.max(known.at, at)
  }

  forget(now: number, open: ReadonlySet<string>): void {
    for (const [call, { at }] of this.calls) {
      if (now - at < remembered && this.calls.size <= most) continue
      if (!open.has(call)) this.calls.delete(call)
    }
  }

  adopt(other: PastVisits): void {
    for (const [call, past] of other.calls) {
      const own = this.calls.get(call)
      if (!own || own.at < past.at) this.calls.set(call, past)
    }
  }

  memory(): Record<string, Past> {
    return Object.fromEntries(this.calls)
  }
}
