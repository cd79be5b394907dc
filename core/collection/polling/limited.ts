/** So many at once of whatever has this key. */
export interface Limit {
  key: string
  most: number
}

interface Waiting {
  limits: readonly Limit[]
  begin: () => void
}

/**
 * Does many things beside each other, each within its limits. Who has waited longest is next, and whose
 * limits are reached holds up nobody else.
 */
export class Limited {
  readonly #running = new Map<string, number>()
  readonly #waiting: Waiting[] = []

  /** Does `work` when there is room for it. */
  async run<T>(limits: readonly Limit[], work: () => Promise<T>): Promise<T> {
    await new Promise<void>((begin) => {
      this.#waiting.push({ limits, begin })
      this.#beginNext()
    })
    try {
      return await work()
    } finally {
      for (const { key } of limits) this.#count(key, -1)
      this.#beginNext()
    }
  }

  #beginNext() {
    for (let at = 0; at < this.#waiting.length;) {
      const { limits, begin } = this.#waiting[at]
      if (limits.every(({ key, most }) => (this.#running.get(key) ?? 0) < most)) {
        this.#waiting.splice(at, 1)
        for (const { key } of limits) this.#count(key, 1)
        begin()
      } else at += 1
    }
  }

  #count(key: string, change: number) {
    const count = (this.#running.get(key) ?? 0) + change
    if (count > 0) this.#running.set(key, count)
    else this.#running.delete(key)
  }
}
