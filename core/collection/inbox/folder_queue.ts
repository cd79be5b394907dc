/** Works at files: of each folder at one, and the folders take turns, so that many files in one hold no other up. */
export class FolderQueue {
  readonly #waiting = new Map<string, Set<string>>()
  readonly #busy = new Set<string>()

  /** `work` never throws. */
  constructor(
    private readonly atOnce: number,
    private readonly work: (folder: string, name: string) => Promise<void>
  ) {}

  /** Has a file worked at; once more, where it is being worked at already. */
  add(folder: string, name: string): void {
    const names = this.#waiting.get(folder) ?? new Set()
    this.#waiting.set(folder, names.add(name))
    this.#next()
  }

  /** Forgets what has not been begun. */
  clear(): void {
    this.#waiting.clear()
  }

  #next(): void {
    while (this.#busy.size < this.atOnce) {
      const folder = this.#waiting.keys().find((one) => !this.#busy.has(one))
      if (folder === undefined) return
      void this.#begin(folder)
    }
  }

  async #begin(folder: string): Promise<void> {
    const names = this.#waiting.get(folder) ?? new Set()
    const [name] = names
    names.delete(name)
    // To the end of the row.
    this.#waiting.delete(folder)
    if (names.size > 0) this.#waiting.set(folder, names)
    this.#busy.add(folder)
    try {
      await this.work(folder, name)
    } finally {
      this.#busy.delete(folder)
      this.#next()
    }
  }
}
