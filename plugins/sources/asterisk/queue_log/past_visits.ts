import { byName, keptByName } from '#core/contracts/by_name'
import type { Json } from '#core/contracts/scalar'

type Past = { at: number; last: string; queues: ReadonlyMap<string, number> }
type KeptPast = { at: number; last: string; queues: Json }

const remembered = 4 * 3_600_000
const most = 3000

/**
 * Which queues a call has been to, so that its next visit to one of them has a key of its own and
 * says where it came from. Kept for four hours after the call was last heard of, and of 3000 calls.
 */
export class PastVisits {
  /** The call that was heard of longest ago is first. */
  private readonly calls: Map<string, Past>

  constructor(memory: readonly [string, KeptPast][] = []) {
    this.calls = new Map(
      memory.map(([call, past]) => [call, { ...past, queues: byName<number>(past.queues) }])
    )
  }

  has(call: string, queue: string, now: number): boolean {
    return this.known(call, now)?.queues.has(queue) ?? false
  }

  /** Whether the call was last heard of at this queue and at this very moment. */
  wasLast(call: string, queue: string, at: number): boolean {
    const known = this.known(call, at)
    return known?.at === at && known.last === queue
  }

  /** The key of a visit that begins. It is made of the call and the queue, never of a time, which a part of a log may not know. */
  next(call: string, queue: string, now: number): { key: string; via: string | null } {
    const known = this.known(call, now)
    const visit = (known?.queues.get(queue) ?? 0) + 1
    const queues = new Map(known?.queues).set(queue, visit)
    this.put(call, { at: now, last: queue, queues })
    return {
      key: visit === 1 ? `${call}|${queue}` : `${call}|${queue}|${visit}`,
      via: known?.last ?? null,
    }
  }

  touch(call: string, now: number): void {
    const known = this.known(call, now)
    if (known) this.put(call, { ...known, at: Math.max(known.at, now) })
  }

  forget(now: number): void {
    for (const [call, { at }] of this.calls) {
      if (now - at <= remembered) return
      this.calls.delete(call)
    }
  }

  adopt(other: PastVisits): void {
    for (const [call, past] of other.calls) {
      const own = this.calls.get(call)
      if (!own || own.at < past.at) this.put(call, past)
    }
  }

  memory(): [string, KeptPast][] {
    return [...this.calls].map(([call, past]) => [
      call,
      { ...past, queues: keptByName(past.queues) },
    ])
  }

  private known(call: string, now: number): Past | undefined {
    const known = this.calls.get(call)
    return known && now - known.at <= remembered ? known : undefined
  }

  private put(call: string, past: Past): void {
    this.calls.delete(call)
    this.calls.set(call, past)
    const [oldest] = this.calls.keys()
    if (this.calls.size > most && oldest !== undefined) this.calls.delete(oldest)
  }
}
