import { LIGHT_CELLS, MOST_CELLS } from '#core/reports/cell_limits'

/** Measures of rows that may be held for answers at one time, over all customers. */
const MOST_HELD = 5_000_000

interface Waiting {
  cells: number
  enter(): void
}

/**
 * Lets answers be made within the memory that there is: one heavy answer of a customer at a time, beside
 * light ones, never all that there is for one customer, and customers take turns.
 */
export class Admission {
  /** In the order of their turns. */
  readonly #waiting = new Map<number, Waiting[]>()
  readonly #inside = new Map<number, { cells: number; heavy: boolean }>()
  #held = 0

  constructor(
    readonly most = MOST_HELD,
    readonly mostOfCustomer = MOST_CELLS,
    readonly light = LIGHT_CELLS
  ) {}

  /** Resolves, when it may begin, with what says that the answer is held no longer. Aborting gives the place up. */
  enter(customer: number, cells: number, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted()
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        cells: Math.min(cells, this.mostOfCustomer),
        enter: () => {
          signal?.removeEventListener('abort', leave)
          resolve(this.#take(customer, waiting.cells))
        },
      }
      const leave = () => {
        this.#forget(customer, waiting)
        reject(signal!.reason as Error)
        this.#letIn()
      }
      signal?.addEventListener('abort', leave, { once: true })
      this.#waiting.set(customer, [...(this.#waiting.get(customer) ?? []), waiting])
      this.#letIn()
    })
  }

  /** Holds so much for a customer, until what is answered is called. */
  #take(customer: number, cells: number) {
    const heavy = cells > this.light
    const add = (sign: 1 | -1) => {
      const own = this.#inside.get(customer) ?? { cells: 0, heavy: false }
      own.cells += sign * cells
      if (heavy) own.heavy = sign > 0
      if (own.cells > 0) this.#inside.set(customer, own)
      else this.#inside.delete(customer)
      this.#held += sign * cells
    }
    add(1)
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      add(-1)
      this.#letIn()
    }
  }

  #letIn() {
    for (const [customer, [first]] of [...this.#waiting]) {
      if (!this.#mayEnter(customer, first.cells)) continue
      // Smaller ones do not pass it: a large one would wait for ever.
      if (this.#held + first.cells > this.most) return
      this.#forget(customer, first)
      first.enter()
    }
  }

  #mayEnter(customer: number, cells: number) {
    const own = this.#inside.get(customer)
    if (!own) return true
    return own.cells + cells <= this.mostOfCustomer && !(own.heavy && cells > this.light)
  }

  /** What a customer still waits for goes behind the others. */
  #forget(customer: number, one: Waiting) {
    const others = (this.#waiting.get(customer) ?? []).filter((other) => other !== one)
    this.#waiting.delete(customer)
    if (others.length > 0) this.#waiting.set(customer, others)
  }
}

/** Of this process. */
export const heldAnswers = new Admission()
