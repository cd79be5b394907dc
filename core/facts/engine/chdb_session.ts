import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { createClient, type ClickHouseClient } from '@clickhouse/client'
import type { ChdbConnection } from 'chdb/connection'
import { bindParameters, checkBound } from '#core/facts/engine/bind_parameters'

// The package is CommonJS and looks its engine up relative to itself.
const { createChdbConnection } = createRequire(import.meta.url)(
  'chdb/connection'
) as typeof import('chdb/connection')

// Both packages carry the contract's types, each its own copy.
type Connection = NonNullable<Parameters<typeof createClient>[0]>['connection']
type Settings = Record<string, string | number>

/** One session of chDB on the folder, which does one thing at a time. Its settings stay in force as long as it lives. */
export class ChdbSession {
  readonly #connection: ChdbConnection
  readonly #client: ClickHouseClient

  private constructor(folder: string) {
    this.#connection = createChdbConnection({ path: folder })
    this.#client = createClient({ connection: this.#connection as unknown as Connection })
  }

  /** @throws the engine's error when the folder cannot be opened */
  static async open(folder: string, settings: Settings): Promise<ChdbSession> {
    const session = new ChdbSession(folder)
    const values = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
    if (values.length > 0) await session.#client.command({ query: `SET ${values.join(', ')}` })
    return session
  }

  /** The whole answer as text in a format of the engine. */
  async text(
    sql: string,
    params: Record<string, unknown>,
    format: 'JSONCompact' | 'TabSeparated',
    mark = ''
  ): Promise<string> {
    await this.#bind(sql, params)
    const answer = await this.#client.query({ query: mark + sql, format })
    return answer.text()
  }

  async command(sql: string, params: Record<string, unknown> = {}): Promise<void> {
    await this.#bind(sql, params)
    await this.#client.command({ query: sql })
  }

  /**
   * The answer in pieces of text as the engine makes them, each of whole lines of JSONCompactEachRow.
   * The client cannot: over chDB it gathers everything first.
   */
  async *pieces(sql: string, params: Record<string, unknown>, mark: string): AsyncIterable<string> {
    await this.#bind(sql, params)
    const stream = this.#connection.chdb.queryStream(mark + sql, { format: 'JSONCompactEachRow' })
    for await (const chunk of stream) yield chunk.text()
  }

  /** The bytes go to the engine as they are: nothing is copied or parsed on this side. */
  async insertLines(table: string, columns: readonly string[], lines: Buffer): Promise<void> {
    await this.#connection.chdb.rawInsert({
      table,
      columns: [...columns],
      format: 'TabSeparated',
      values: lines,
    })
  }

  close = () => this.#client.close()

  async #bind(sql: string, params: Record<string, unknown>) {
    checkBound(sql, params)
    const statement = bindParameters(params)
    if (statement) await this.#client.command({ query: statement })
  }
}

/** A remark before a query by which it can be found among those that run. */
export const newMark = () => `/* ${randomUUID()} */ `

/** The statement that ends the query with a mark. */
export const killStatement = (mark: string) =>
  `KILL QUERY WHERE startsWith(query, '${mark.trim()}') ASYNC`
