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

// The engine's own block, and one that is a piece of text small enough to be many of.
const USUAL_BLOCK = 65_409
const STREAMED_BLOCK = 8_192

type Settings = Record<string, string | number>

/**
 * One session of chDB on the folder, which does one thing at a time. Its settings stay in force as long
 * as it lives.
 *
 * What a failed query had written already comes before the next answer, which may be another
 * customer's. So after a failure, and after a stream that was left, it begins anew.
 */
export class ChdbSession {
  #connection: ChdbConnection
  #client: ClickHouseClient
  #blockRows = USUAL_BLOCK

  private constructor(
    readonly folder: string,
    readonly settings: Settings
  ) {
    this.#connection = createChdbConnection({ path: folder })
    this.#client = clientOf(this.#connection)
  }

  /** @throws the engine's error when the folder cannot be opened */
  static async open(folder: string, settings: Settings): Promise<ChdbSession> {
    const session = new ChdbSession(folder, settings)
    await session.#applySettings()
    return session
  }

  /** The whole answer as text in a format of the engine. */
  text(
    sql: string,
    params: Record<string, unknown>,
    format: 'JSONCompact' | 'TabSeparated',
    mark = ''
  ): Promise<string> {
    return this.#afresh(async () => {
      await this.#bind(sql, params)
      const answer = await this.#client.query({ query: mark + sql, format })
      return answer.text()
    })
  }

  command(sql: string, params: Record<string, unknown> = {}): Promise<void> {
    return this.#afresh(async () => {
      await this.#bind(sql, params)
      await this.#client.command({ query: sql })
    })
  }

  /**
   * The answer in pieces of text as the engine makes them, each of whole lines of JSONCompactEachRow.
   * The client cannot: over chDB it gathers everything first.
   */
  async *pieces(sql: string, params: Record<string, unknown>, mark: string): AsyncIterable<string> {
    let ended = false
    try {
      await this.#bind(sql, params, STREAMED_BLOCK)
      const stream = this.#connection.chdb.queryStream(mark + sql, { format: 'JSONCompactEachRow' })
      for await (const chunk of stream) yield chunk.text()
      ended = true
    } finally {
      if (!ended) await this.#renew()
    }
  }

  /** The bytes go to the engine as they are: nothing is copied or parsed on this side. */
  insertLines(table: string, columns: readonly string[], lines: Buffer): Promise<void> {
    return this.#afresh(async () => {
      await this.#connection.chdb.rawInsert({
        table,
        columns: [...columns],
        format: 'TabSeparated',
        values: lines,
      })
    })
  }

  close = () => this.#client.close()

  async #bind(sql: string, params: Record<string, unknown>, blockRows = USUAL_BLOCK) {
    checkBound(sql, params)
    const values = bindParameters(params)
    if (blockRows !== this.#blockRows) values.push(`max_block_size = ${blockRows}`)
    if (values.length > 0) await this.#client.command({ query: `SET ${values.join(', ')}` })
    this.#blockRows = blockRows
  }

  async #afresh<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await work()
    } catch (error) {
      await this.#renew()
      throw error
    }
  }

  async #renew() {
    const before = this.#client
    this.#connection = createChdbConnection({ path: this.folder })
    this.#client = clientOf(this.#connection)
    this.#blockRows = USUAL_BLOCK
    await before.close()
    await this.#applySettings()
  }

  async #applySettings() {
    const values = Object.entries(this.settings).map(([name, value]) => `${name} = ${value}`)
    if (values.length > 0) await this.#client.command({ query: `SET ${values.join(', ')}` })
  }
}

const clientOf = (connection: ChdbConnection) =>
  createClient({ connection: connection as unknown as Connection })

/** A remark before a query by which it can be found among those that run. */
export const newMark = () => `/* ${randomUUID()} */ `

/** The statement that ends the query with a mark. */
export const killStatement = (mark: string) =>
  `KILL QUERY WHERE startsWith(query, '${mark.trim()}') ASYNC`
