/** Whose something is that waits. */
export interface Waiting {
  customerId: number
  /** A person of the customer's; null where it is nobody's. */
  userId: number | null
}

const MOST_REMEMBERED = 20_000

/** Round robin: over customers first, and over the people of each. */
export class Turns {
  #served = 0
  readonly #last = new Map<string, number>()

  /**
   * One of each customer's, of the person who has waited longest for a turn; the customer who has waited
   * longest first. What is answered counts as served once `served` is told.
   */
  round<T extends Waiting>(waiting: readonly T[]): T[] {
    const byCustomer = Map.groupBy(waiting, ({ customerId }) => customerId)
    const firsts = [...byCustomer.values()].map((theirs) =>
      theirs.reduce((first, one) => (this.#personTurn(one) < this.#personTurn(first) ? one : first))
    )
    return firsts.sort((a, b) => this.#customerTurn(a) - this.#customerTurn(b))
  }

  served({ customerId, userId }: Waiting): void {
    if (this.#last.size > MOST_REMEMBERED) this.#last.clear()
    this.#served += 1
    this.#last.set(`${customerId}`, this.#served)
    this.#last.set(`${customerId}:${userId}`, this.#served)
  }

  #customerTurn = ({ customerId }: Waiting) => this.#last.get(`${customerId}`) ?? 0
  #personTurn = ({ customerId, userId }: Waiting) => this.#last.get(`${customerId}:${userId}`) ?? 0
}
