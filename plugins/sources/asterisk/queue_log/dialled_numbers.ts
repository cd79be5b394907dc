type Dialled = { number: string; at: number }

const remembered = 4 * 3_600_000
const most = 3000

/** Which number each call dialled, told by a line of its own before the call comes to its queue. */
export class DialledNumbers {
  private readonly calls: Map<string, Dialled>

  constructor(memory: readonly [string, Dialled][] = []) {
    this.calls = new Map(memory)
  }

  set(call: string, number: string, at: number): void {
    this.calls.delete(call)
    this.calls.set(call, { number, at })
    const [oldest] = this.calls.keys()
    if (this.calls.size > most && oldest !== undefined) this.calls.delete(oldest)
  }

  of(call: string): string | null {
    return this.calls.get(call)?.number ?? null
  }

  forget(now: number): void {
    for (const [call, { at }] of this.calls) {
      if (now - at <= remembered) return
      this.calls.delete(call)
    }
  }

  adopt(other: DialledNumbers): void {
    for (const [call, { number, at }] of other.calls) {
      if (!this.calls.has(call)) this.set(call, number, at)
    }
  }

  memory(): [string, Dialled][] {
    return [...this.calls]
  }
}
