/** What is to happen when; of two things at the same time, what was planned first is first. */
export class Agenda {
  private readonly items: { at: number; number: number; happen: () => void }[] = []
  private count = 0

  plan(at: number, happen: () => void): void {
    const item = { at, number: this.count++, happen }
    let low = 0
    let high = this.items.length
    while (low < high) {
      const middle = (low + high) >> 1
      // The soonest is last, where it is taken from.
      if (this.items[middle]!.at > at) low = middle + 1
      else high = middle
    }
    this.items.splice(low, 0, item)
  }

  /** Lets everything happen, in order; what happens may plan more. */
  run(): void {
    for (let item = this.items.pop(); item; item = this.items.pop()) item.happen()
  }
}
