/** Whose it is, and the version that the customer had before it was read. */
export interface Versioned {
  customerId: number
  /** Without one nothing is kept. */
  version: string | undefined
}

interface Entry<V> {
  version: string
  value: Promise<V>
  weight: number
}

/**
 * Keeps what was read of customers as long as each customer's version stays the same. The customer is
 * always part of the key; `key` says the rest, such as whose rights it follows. What was used least
 * recently goes first.
 */
export class VersionedCache<V> {
  readonly #entries = new Map<string, Entry<V>>()
  #weight = 0

  /** @param most the sum of what `weigh` answers of all that is kept, each counting one without it */
  constructor(
    readonly most: number,
    readonly weigh: (value: V) => number = () => 1
  ) {}

  get({ customerId, version }: Versioned, key: string, read: () => Promise<V>): Promise<V> {
    if (version === undefined) return read()
    const place = `${customerId} ${key}`
    const known = this.#entries.get(place)
    if (known?.version === version) {
      this.#entries.delete(place)
      this.#entries.set(place, known)
      return known.value
    }
    this.#forget(place)
    const entry = { version, value: read(), weight: 0 }
    this.#entries.set(place, entry)
    entry.value.then(
      (value) => this.#weighed(place, entry, this.weigh(value)),
      () => {
        if (this.#entries.get(place) === entry) this.#entries.delete(place)
      }
    )
    return entry.value
  }

  #weighed(place: string, entry: Entry<V>, weight: number) {
    if (this.#entries.get(place) !== entry) return
    entry.weight = weight
    this.#weight += weight
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.most || oldest === place) return
      this.#forget(oldest)
    }
  }

  #forget(place: string) {
    const entry = this.#entries.get(place)
    if (!entry) return
    this.#entries.delete(place)
    this.#weight -= entry.weight
  }
}
