const LINES_AT_ONCE = 500

/** Lines of text on their way to the engine. They become bytes in small lots, as turning them all at once would hold up the server. */
export class LineBuffer {
  #lines: string[] = []
  readonly #lots: Buffer[] = []

  add(line: string): void {
    this.#lines.push(line)
    if (this.#lines.length === LINES_AT_ONCE) this.#pack()
  }

  bytes(): Buffer {
    this.#pack()
    return Buffer.concat(this.#lots)
  }

  #pack() {
    if (this.#lines.length === 0) return
    this.#lots.push(Buffer.from(this.#lines.join('')))
    this.#lines = []
  }
}
