import { createRequire } from 'node:module'
import { ChdbSession, killStatement, newMark } from '#core/facts/engine/chdb_session'
import { detachedParts } from '#core/facts/engine/detached_parts'
import { endQueryOnAbort } from '#core/facts/engine/end_query'
import { laneSettings, readSettings, writeSettings } from '#core/facts/engine/engine_settings'
import { parseAnswer, parseLines } from '#core/facts/engine/fact_rows'
import { insertRows } from '#core/facts/engine/insert_rows'
import { asking, nobodyAsks } from '#core/facts/give_way'
import { LaneQueue } from '#core/facts/engine/lane_queue'
import { openingError } from '#core/facts/engine/opening_error'
import { engineError } from '#core/facts/errors'
import type { FactQuery, FactStore } from '#core/facts/fact_store'

// Each lane's sessions work beside each other; more of them than this gain nothing on any machine tried.
const SHORT_SESSIONS = 3
const WATCHING_SESSIONS = 1
const LONG_SESSIONS = 2
const PULLING_SESSIONS = 1
const FILES_SESSIONS = 2
const MAKING_SESSIONS = 2

/**
 * Opens chDB on a folder: sessions for writing, for short and for long questions, and one that is kept
 * free to end the others' queries from. Parts that the engine set aside are told to `warn`.
 *
 * @throws E_FACTS_IN_USE when another process has the folder, E_FACTS_NOT_OPENED otherwise
 */
export async function openEmbeddedStore(
  folder: string,
  warn: (message: string) => void
): Promise<FactStore> {
  try {
    const open = (count: number, settings: Record<string, number>) =>
      Promise.all(
        Array.from({ length: count }, () =>
          ChdbSession.open(folder, { ...readSettings, ...settings })
        )
      )
    // The first one alone: it is the one that may be refused, and the engine starts with it.
    const [spare] = await open(1, {})
    const write = await open(1, { ...laneSettings.writing, ...writeSettings })
    const short = await open(SHORT_SESSIONS, laneSettings.short)
    const watching = await open(WATCHING_SESSIONS, laneSettings.watching)
    const long = await open(LONG_SESSIONS, laneSettings.long)
    const pulling = await open(PULLING_SESSIONS, laneSettings.pulling)
    const files = await open(FILES_SESSIONS, laneSettings.files)
    const making = await open(MAKING_SESSIONS, laneSettings.making)
    const store = new EmbeddedStore(
      new LaneQueue([spare!]),
      new LaneQueue(write),
      new LaneQueue(short),
      new LaneQueue(watching),
      new LaneQueue(long),
      new LaneQueue(pulling),
      new LaneQueue(files),
      new LaneQueue(making)
    )
    await store.command('CREATE DATABASE IF NOT EXISTS facts')
    for (const sentence of await detachedParts(store)) warn(sentence)
    return store
  } catch (error) {
    throw openingError(folder, error)
  }
}

type Sessions = LaneQueue<ChdbSession>

class EmbeddedStore implements FactStore {
  constructor(
    readonly spare: Sessions,
    readonly writing: Sessions,
    readonly short: Sessions,
    readonly watching: Sessions,
    readonly long: Sessions,
    readonly pulling: Sessions,
    readonly files: Sessions,
    readonly making: Sessions
  ) {}

  async read(query: FactQuery) {
    return parseAnswer(await this.#text(query, 'JSONCompact'))
  }

  readLines(query: FactQuery) {
    return this.#text(query, 'TabSeparated')
  }

  async *stream({ sql, params, lane = 'files', customer, signal }: FactQuery) {
    const sessions = this[lane]
    const session = await sessions.acquire(customer, signal)
    const mark = newMark()
    const pieces = session.pieces(sql, params, mark)[Symbol.asyncIterator]()
    const next = () => endQueryOnAbort(() => pieces.next(), this.#kill(mark), signal)
    try {
      for (let piece = await next(); !piece.done; piece = await next()) {
        for await (const rows of parseLines(piece.value)) yield rows
      }
    } catch (error) {
      throw signal?.aborted ? signal.reason : engineError(error)
    } finally {
      await pieces.return?.()
      sessions.release(session, customer)
    }
  }

  command(sql: string, params: Record<string, unknown> = {}) {
    return this.#told(this.writing.use((session) => session.command(sql, params)))
  }

  insert(table: string, rows: Iterable<Record<string, unknown>>) {
    return insertRows(this, table, rows)
  }

  insertLines(table: string, columns: readonly string[], lines: Buffer) {
    return this.#told(this.writing.use((session) => session.insertLines(table, columns, lines)))
  }

  async close() {
    const read = [this.short, this.watching, this.long, this.pulling, this.files, this.making]
    const lanes = [this.writing, ...read, this.spare]
    await Promise.all(lanes.map((lane) => lane.close()))
    for (const session of lanes.flatMap((lane) => lane.sessions)) await session.close()
    await drainPending()
  }

  #text(
    { sql, params, lane = 'short', customer: owner, signal }: FactQuery,
    format: 'JSONCompact' | 'TabSeparated'
  ) {
    const mark = newMark()
    const answer = () =>
      this[lane].use(
        async (session) => {
          if (lane === 'pulling' || lane === 'watching') await nobodyAsks('question')
          return endQueryOnAbort(
            () => session.text(sql, params, format, mark),
            this.#kill(mark),
            signal
          )
        },
        { owner, signal }
      )
    const waitedFor = lane === 'short' || lane === 'long'
    return this.#told(waitedFor ? asking(answer) : answer(), signal)
  }

  #kill = (mark: string) => () => this.spare.use((session) => session.command(killStatement(mark)))

  async #told<R>(work: Promise<R>, signal?: AbortSignal): Promise<R> {
    try {
      return await work
    } catch (error) {
      throw signal?.aborted ? signal.reason : engineError(error)
    }
  }
}

const { drainPending } = createRequire(import.meta.url)('chdb') as typeof import('chdb')
