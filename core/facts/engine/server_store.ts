import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { ClickHouseLogLevel, createClient, type ClickHouseClient } from '@clickhouse/client'
import { checkBound } from '#core/facts/engine/bind_parameters'
import { detachedParts } from '#core/facts/engine/detached_parts'
import { endQueryOnAbort } from '#core/facts/engine/end_query'
import {
  laneSettings,
  readSettings,
  writeSettings,
  type Lane,
} from '#core/facts/engine/engine_settings'
import { parseAnswer, parseLines } from '#core/facts/engine/fact_rows'
import { insertRows } from '#core/facts/engine/insert_rows'
import { LaneQueue } from '#core/facts/engine/lane_queue'
import { engineError, factsNotOpened } from '#core/facts/errors'
import type { FactQuery, FactStore } from '#core/facts/fact_store'

/** Questions at a time in each lane. */
const AT_ONCE: Readonly<Record<Lane, number>> = {
  short: 6,
  watching: 1,
  long: 3,
  pulling: 2,
  files: 2,
  making: 2,
  writing: 3,
}
const lanes = () => {
  const queue = (lane: Lane) => new LaneQueue(Array.from({ length: AT_ONCE[lane] }, () => lane))
  return {
    short: queue('short'),
    watching: queue('watching'),
    long: queue('long'),
    pulling: queue('pulling'),
    files: queue('files'),
    making: queue('making'),
    writing: queue('writing'),
  }
}

/**
 * Opens the ClickHouse server at a URL, whose parameter `cluster` names the cluster if it is one.
 *
 * @throws E_FACTS_NOT_OPENED when it does not answer
 */
export async function openServerStore(
  address: string,
  warn: (message: string) => void
): Promise<FactStore> {
  const url = new URL(address)
  const cluster = url.searchParams.get('cluster') ?? undefined
  url.searchParams.delete('cluster')
  const client = createClient({
    url,
    request_timeout: 660_000,
    // Those of the lanes, and some for commands.
    max_open_connections: 24,
    use_multipart_params_auto: true,
    // What goes wrong is thrown, and the log would repeat it with whatever was bound.
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: asText(readSettings),
  })
  const store = new ServerStore(client, cluster)
  try {
    const everywhere = cluster ? ` ON CLUSTER '${cluster}'` : ''
    // Asked of the client itself, so that whoever starts the server reads the cause and not a number.
    await client.command({ query: `CREATE DATABASE IF NOT EXISTS facts${everywhere}` })
    for (const sentence of await detachedParts(store)) warn(sentence)
    return store
  } catch (error) {
    await client.close()
    throw factsNotOpened(url.host, error)
  }
}

class ServerStore implements FactStore {
  readonly #lanes = lanes()

  constructor(
    readonly client: ClickHouseClient,
    readonly cluster: string | undefined
  ) {}

  async read(query: FactQuery) {
    return parseAnswer(await this.#text(query, 'JSONCompact'))
  }

  readLines(query: FactQuery) {
    return this.#text(query, 'TabSeparated')
  }

  async *stream(query: FactQuery) {
    const { signal, lane = 'files', customer } = query
    const id = randomUUID()
    const session = await this.#lanes[lane].acquire(customer, signal)
    try {
      const answer = await this.#ask(query, 'JSONCompactEachRow', id, lane)
      const pieces = answer.stream()[Symbol.asyncIterator]()
      const next = () => endQueryOnAbort(() => pieces.next(), this.#kill(id), signal)
      try {
        for (let piece = await next(); !piece.done; piece = await next()) {
          const lines = (piece.value as { text: string }[]).map(({ text }) => text)
          for await (const rows of parseLines(lines.join('\n'))) yield rows
        }
      } finally {
        answer.close()
      }
    } catch (error) {
      throw signal?.aborted ? signal.reason : engineError(error)
    } finally {
      this.#lanes[lane].release(session, customer)
    }
  }

  async command(sql: string, params: Record<string, unknown> = {}) {
    checkBound(sql, params)
    await this.#told(
      this.client.command({
        query: sql,
        query_params: params,
        clickhouse_settings: { ...asText(writeSettings), wait_end_of_query: 1 },
      })
    )
  }

  insert(table: string, rows: Iterable<Record<string, unknown>>) {
    return insertRows(this, table, rows)
  }

  async insertLines(table: string, columns: readonly string[], lines: Buffer) {
    await this.#told(
      this.client.insert({
        table,
        columns: columns as [string, ...string[]],
        format: 'TabSeparated',
        values: Readable.from([lines], { objectMode: false }),
        clickhouse_settings: { ...asText(writeSettings), wait_end_of_query: 1 },
      })
    )
  }

  close = () => this.client.close()

  #text(query: FactQuery, format: 'JSONCompact' | 'TabSeparated') {
    const id = randomUUID()
    const { lane = 'short', customer: owner, signal } = query
    const ask = async () => {
      const answer = await this.#ask(query, format, id, lane)
      return answer.text()
    }
    const answer = this.#lanes[lane].use(() => endQueryOnAbort(ask, this.#kill(id), signal), {
      owner,
      signal,
    })
    return this.#told(answer, signal)
  }

  #ask(
    { sql, params }: FactQuery,
    format: 'JSONCompact' | 'TabSeparated' | 'JSONCompactEachRow',
    id: string,
    lane: Lane
  ) {
    checkBound(sql, params)
    return this.client.query({
      query: sql,
      query_params: params,
      query_id: id,
      format,
      clickhouse_settings: {
        ...asText(laneSettings[lane]),
        // An error after the first bytes would otherwise come in the middle of the answer.
        ...(format !== 'JSONCompactEachRow' && { wait_end_of_query: 1 }),
      },
    })
  }

  #kill = (id: string) => () =>
    this.command('KILL QUERY WHERE query_id = {id:String} ASYNC', { id })

  async #told<R>(work: Promise<R>, signal?: AbortSignal): Promise<R> {
    try {
      return await work
    } catch (error) {
      throw signal?.aborted ? signal.reason : engineError(error)
    }
  }
}

/** Over HTTP every setting is text. */
const asText = (settings: Record<string, number>): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]))
