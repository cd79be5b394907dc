import logger from '@adonisjs/core/services/logger'
import { RequestError } from '#core/http/request_error'
import type { Watching } from '#core/contracts/module'
import type { Reader } from '#core/permissions/reader'
import { tooManyStreams } from '#core/questions/errors'
import type { QuestionHub, Watched } from '#core/questions/hub/question_hub'
import { FrameStream, type FrameTools } from '#core/questions/stream/frame_stream'
import { versionsOf } from '#core/versions/version_of'

/** What is watched now, and with whose rights. Throws where it is over. */
export type Renew = () => Promise<{ reader: Reader; watching: Watching }>

export interface StreamWish {
  /** Streams of one topic are renewed together. */
  topic: string
  customerId: number
  /** Who has only so many. */
  owner: string
  renew: Renew
  /** The last frame that was seen. */
  after?: string | undefined
  tools: FrameTools
}

const MOST_OF_OWNER = 100
const MOST_OF_CUSTOMER = 2000
const TICK_MS = 1000
const BEAT_MS = 15_000
const RENEWED_EVERY_MS = 60_000
const VERSIONS_EVERY_MS = 2000
const LONGEST_STALL_MS = 10_000
const RENEWED_AT_ONCE = 4

interface Open extends StreamWish {
  frames: FrameStream
  watched: Watched
  notice: string
  version: string | undefined
  renewedAt: number
  beatAt: number
  isDue: boolean
}

/** The streams of this process: keeps them alive, asks anew for what they show, and ends them. */
export class OpenStreams {
  readonly #open = new Set<Open>()
  #timer: NodeJS.Timeout | undefined
  #versionsAt = 0
  #isRenewing = false
  #isClosed = false

  constructor(private readonly hub: () => QuestionHub) {}

  /** How many there are. */
  get size(): number {
    return this.#open.size
  }

  /** Opens a stream. Throws what `renew` throws, and E_TOO_MANY_STREAMS. */
  async open(wish: StreamWish): Promise<FrameStream> {
    this.#demandRoom(wish)
    const { reader, watching } = await wish.renew()
    const one = { ...wish, isDue: false, version: undefined } as unknown as Open
    one.watched = this.#watch(one, reader, watching)
    const { sheets } = one.watched
    one.frames = new FrameStream({ revision: watching.revision, sheets }, wish.after, wish.tools)
    one.notice = JSON.stringify(watching.notice ?? null)
    one.renewedAt = one.beatAt = performance.now()
    if (watching.notice !== undefined) one.frames.notice(watching.notice)
    this.#open.add(one)
    one.frames.once('close', () => this.#forget(one))
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS).unref()
    return one.frames
  }

  /** Has what is shown asked for anew, at once; that of one owner where they are named. */
  refresh(topic: string, customerId: number, owner?: string): void {
    for (const one of this.#open) {
      if (one.topic !== topic || one.customerId !== customerId) continue
      if (owner === undefined || one.owner === owner) one.isDue = true
    }
    void this.#renewDue()
  }

  /** Says goodbye to all and ends them: they come back spread over some seconds. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    const all = [...this.#open]
    const ended = all.map(({ frames }) => new Promise((resolve) => frames.once('close', resolve)))
    for (const { frames } of all) {
      frames.bye({ reason: 'stopping', inMs: Math.round(Math.random() * SPREAD_MS) })
    }
    const cut = setTimeout(() => all.forEach(({ frames }) => frames.destroy()), CLOSE_WITHIN_MS)
    await Promise.all(ended)
    clearTimeout(cut)
  }

  #demandRoom({ owner, customerId }: StreamWish) {
    if (this.#isClosed) throw tooManyStreams(0)
    const of = [...this.#open].filter((one) => one.customerId === customerId)
    if (of.length >= MOST_OF_CUSTOMER) throw tooManyStreams(MOST_OF_CUSTOMER)
    const own = of.filter((one) => one.owner === owner)
    if (own.length >= MOST_OF_OWNER) throw tooManyStreams(MOST_OF_OWNER)
  }

  #watch(one: Open, reader: Reader, { questions }: Watching): Watched {
    return this.hub().watch(questions, reader, (key) => {
      const { sheets } = one.watched
      one.frames.changed([...sheets].flatMap(([name, sheet]) => (sheet.key === key ? [name] : [])))
    })
  }

  #forget(one: Open) {
    this.#open.delete(one)
    one.watched.close()
    if (this.#open.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  #tick() {
    const now = performance.now()
    for (const one of this.#open) {
      if (one.frames.stalledFor(now) > LONGEST_STALL_MS) one.frames.destroy()
      else if (one.beatAt <= now - BEAT_MS) {
        one.beatAt = now
        one.frames.beat()
      }
      if (one.renewedAt <= now - RENEWED_EVERY_MS) one.isDue = true
    }
    void this.#noteVersions(now)
      .catch((error: unknown) => logger.warn({ err: error }, 'Versions could not be read'))
      .then(() => this.#renewDue())
  }

  /** A customer that was changed may have changed who sees what. */
  async #noteVersions(now: number) {
    if (this.#versionsAt > now - VERSIONS_EVERY_MS) return
    this.#versionsAt = now
    const versions = await versionsOf(new Set([...this.#open].map(({ customerId }) => customerId)))
    for (const one of this.#open) {
      const version = versions.get(one.customerId)
      if (one.version !== undefined && one.version !== version) one.isDue = true
      one.version = version
    }
  }

  async #renewDue() {
    if (this.#isRenewing) return
    this.#isRenewing = true
    const next = async () => {
      for (let one = this.#firstDue(); one; one = this.#firstDue()) await this.#renew(one)
    }
    await Promise.all(Array.from({ length: RENEWED_AT_ONCE }, next))
    this.#isRenewing = false
  }

  #firstDue(): Open | undefined {
    for (const one of this.#open) {
      if (!one.isDue) continue
      one.isDue = false
      return one
    }
    return undefined
  }

  async #renew(one: Open) {
    one.renewedAt = performance.now()
    try {
      const { reader, watching } = await one.renew()
      if (one.frames.destroyed) return
      const before = one.watched
      one.watched = this.#watch(one, reader, watching)
      before.close()
      const notice = JSON.stringify(watching.notice ?? null)
      if (notice !== one.notice && watching.notice !== undefined) one.frames.notice(watching.notice)
      one.notice = notice
      one.frames.show({ revision: watching.revision, sheets: one.watched.sheets })
    } catch (error) {
      if (error instanceof RequestError && error.problem.status < 500) {
        return one.frames.bye({ reason: error.problem.code })
      }
      logger.error({ err: error }, 'What a stream shows could not be asked for')
    }
  }
}

const SPREAD_MS = 5000
const CLOSE_WITHIN_MS = 1000
