import { factsClosed } from '#core/facts/errors'

interface Place<S> {
  take(session: S): void
  refuse(error: unknown): void
}

/**
 * Sessions that each do one thing at a time. Owners take turns, whoever of them asked first, and no owner
 * has all sessions where there are several: what one customer asks never shuts another out.
 */
export class LaneQueue<S> {
  readonly #free: S[]
  /** In the order of their turns; who waits for nothing is not among them. */
  readonly #waiting = new Map<number, Place<S>[]>()
  readonly #working = new Map<number, number>()
  readonly #mostOfOwner: number
  #closed = false
  #idle: (() => void) | undefined

  constructor(readonly sessions: readonly S[]) {
    this.#free = [...sessions]
    this.#mostOfOwner = Math.max(1, sessions.length - 1)
  }

  /** Runs the work on a session of its own. Aborting while it waits gives its place up. */
  async use<R>(
    work: (session: S) => Promise<R>,
    { owner = NOBODY, signal }: { owner?: number; signal?: AbortSignal } = {}
  ): Promise<R> {
    const session = await this.acquire(owner, signal)
    try {
      return await work(session)
    } finally {
      this.release(session, owner)
    }
  }

  acquire(owner = NOBODY, signal?: AbortSignal): Promise<S> {
    signal?.throwIfAborted()
    if (this.#closed) return Promise.reject(factsClosed())
    return new Promise((resolve, reject) => {
      const place: Place<S> = {
        take: (session) => {
          signal?.removeEventListener('abort', leave)
          resolve(session)
        },
        refuse: (error) => {
          signal?.removeEventListener('abort', leave)
          reject(error as Error)
        },
      }
      const leave = () => {
        this.#leave(owner, place)
        reject(signal!.reason as Error)
      }
      signal?.addEventListener('abort', leave, { once: true })
      const own = this.#waiting.get(owner)
      if (own) own.push(place)
      else this.#waiting.set(owner, [place])
      this.#handOut()
    })
  }

  release(session: S, owner = NOBODY): void {
    const left = this.#working.get(owner)! - 1
    if (left > 0) this.#working.set(owner, left)
    else this.#working.delete(owner)
    this.#free.push(session)
    this.#handOut()
    if (this.#free.length === this.sessions.length) this.#idle?.()
  }

  /** Refuses those who wait, and resolves when those who work are done. */
  async close(): Promise<void> {
    this.#closed = true
    for (const { refuse } of [...this.#waiting.values()].flat()) refuse(factsClosed())
    this.#waiting.clear()
    if (this.#free.length === this.sessions.length) return
    await new Promise<void>((resolve) => {
      this.#idle = resolve
    })
  }

  #handOut() {
    for (const [owner, places] of [...this.#waiting]) {
      if (this.#free.length === 0) return
      const working = this.#working.get(owner) ?? 0
      if (working >= this.#mostOfOwner) continue
      const place = places.shift()!
      // Whoever was served goes behind the others.
      this.#waiting.delete(owner)
      if (places.length > 0) this.#waiting.set(owner, places)
      this.#working.set(owner, working + 1)
      place.take(this.#free.pop()!)
    }
  }

  #leave(owner: number, place: Place<S>) {
    const places = this.#waiting.get(owner) ?? []
    const others = places.filter((one) => one !== place)
    if (others.length > 0) places.splice(0, places.length, ...others)
    else this.#waiting.delete(owner)
  }
}

/** Owns what is asked for no customer. */
export const NOBODY = 0
