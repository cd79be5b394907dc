/** The values of one statement. Equal values are bound once. */
export class Bindings {
  readonly params: Record<string, unknown> = {}
  readonly #known = new Map<string, string>()

  /** The placeholder that stands for a value of a ClickHouse type. */
  bind(type: string, value: unknown): string {
    const same = `${type} ${JSON.stringify(value)}`
    let placeholder = this.#known.get(same)
    if (!placeholder) {
      const name = `p${this.#known.size}`
      placeholder = `{${name}:${type}}`
      this.params[name] = value
      this.#known.set(same, placeholder)
    }
    return placeholder
  }
}
