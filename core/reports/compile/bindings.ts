/** The values of one statement, and the expressions that it uses again and again. Equal values are bound once. */
export class Bindings {
  readonly params: Record<string, unknown> = {}
  readonly #known = new Map<string, string>()

  readonly #shared = new Map<string, string>()

  /**
   * A name for an expression, which stands once in the statement however often it is asked for: a
   * thousand objects named in fifty columns would take longer to read than their facts.
   */
  share(name: string, sql: () => string): string {
    if (!this.#shared.has(name)) this.#shared.set(name, sql())
    return name
  }

  /** What has been shared, to stand before SELECT. */
  get prologue(): string {
    const shared = [...this.#shared].map(([name, sql]) => `${sql} AS ${name}`)
    return shared.length > 0 ? `WITH ${shared.join(', ')} ` : ''
  }

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
