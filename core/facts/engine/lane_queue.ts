import { factsClosed } from '#core/facts/errors'

/** Sessions that each do one thing at a time; whoever asks gets the first that is free, in order. */
export class LaneQueue<S> {
  readonly #free: S[]
  readonly #waiting: { take(session: S): void; refuse(error: unknown): void }[] = []
  #closed = false
  #idle: (() => void) | undefined

  constructor(readonly sessions: readonly S[]) {
    this.#free = [...sessions]
  }

  /** Runs the work on a session of its own. Aborting while it waits gives its place up. */
  async use<R>(work: (session: S) => Promise<R>, signal?: AbortSignal): Promise<R> {
    const session = await this.acquire(signal)
    try {
      return await work(session)
    } finally {
      this.release(session)
    }
  }

  acquire(signal?: AbortSignal): Promise<S> {
    signal?.throwIfAborted()
    if (this.#closed) return Promise.reject(factsClosed())
    const session = this.#free.pop()
    if (session) return Promise.resolve(session)
    return new Promise((resolve, reject) => {
      const place = { take: taken(resolve), refuse: taken(reject) }
      const leave = () => {
        const at = this.#waiting.indexOf(place)
        if (at >= 0) this.#waiting.splice(at, 1)
        reject(signal!.reason as Error)
      }
      function taken<T>(settle: (value: T) => void) {
        return (value: T) => {
          signal?.removeEventListener('abort', leave)
          settle(value)
        }
      }
      signal?.addEventListener('abort', leave, { once: true })
      this.#waiting.push(place)
    })
  }

  release(session: S): void {
    const next = this.#waiting.shift()
    if (next) return next.take(session)
    this.#free.push(session)
    if (this.#free.length === this.sessions.length) this.#idle?.()
  }

  /** Refuses those who wait, and resolves when those who work are done. */
  async close(): Promise<void> {
    this.#closed = true
    for (const { refuse } of this.#waiting.splice(0)) refuse(factsClosed())
    if (this.#free.length === this.sessions.length) return
    await new Promise<void>((resolve) => {
      this.#idle = resolve
    })
  }
}
