import { Readable } from 'node:stream'
import {
  dataPieces,
  frameId,
  namesOf,
  newerThan,
  type Shown,
  stateOf,
} from '#core/questions/stream/frame'

/** Characters that are handed on at a time: who takes nothing has no more than a few of these waiting. */
const SLICE = 8 * 1024
/** Answers that change at the same time go in one frame. */
const GATHERED_MS = 100
/** How soon a page asks again after a response has ended, which it spreads by chance. */
const RETRY_MS = 3000

/** What a frame stream tells whoever looks after it. */
export interface FrameTools {
  now(): Date
  /** Of the page: another one makes a screen load itself anew. */
  build(): string
  isPublic: boolean
}

/**
 * The frames of one who watches, as server-sent events. Nothing waits here but names: what is sent is
 * put together when it can be sent, from the newest answers, so that who takes slowly is sent less often
 * and never something old.
 */
export class FrameStream extends Readable {
  #shown: Shown
  #state: string
  /** Names whose answers are to be sent; all that are known where it is to begin anew. */
  #wanted: Set<string> | 'all'
  #notices: string[] = []
  #farewell: string | undefined
  /** The rest of the frame that is being sent. */
  #pieces: string[] = []
  #canPush = false
  #isBeating = false
  #gathering: NodeJS.Timeout | undefined
  /** Since when something waits that nobody takes. */
  #waitingSince: number | undefined

  constructor(
    shown: Shown,
    after: string | undefined,
    private readonly tools: FrameTools
  ) {
    super({ highWaterMark: SLICE, encoding: 'utf8' })
    this.#shown = shown
    this.#state = stateOf(shown)
    const newer = newerThan(after, this.#state, shown)
    this.#wanted = newer ? new Set(newer) : 'all'
    this.#notices.push(`retry: ${RETRY_MS}\n\n`)
  }

  /** Shows something else from now on: another revision, or the same with other rights. */
  show(shown: Shown): void {
    const state = stateOf(shown)
    this.#shown = shown
    if (state === this.#state) return
    this.#state = state
    this.#wanted = 'all'
    this.#pushSoon(0)
  }

  /** Says that these answers have become others. */
  changed(names: Iterable<string>): void {
    if (this.#wanted === 'all') return this.#pushSoon(GATHERED_MS)
    for (const name of names) this.#wanted.add(name)
    this.#pushSoon(GATHERED_MS)
  }

  /** Tells something beside answers. */
  notice(content: unknown): void {
    this.#notices.push(`event: notice\ndata: ${JSON.stringify(content)}\n\n`)
    this.#pushSoon(0)
  }

  /** A sign of life, where nothing else is on its way. */
  beat(): void {
    this.#isBeating = true
    this.#pushSoon(0)
  }

  /** Says why it ends, and ends. */
  bye(reason: { reason: string; inMs?: number }): void {
    this.#farewell ??= `event: bye\ndata: ${JSON.stringify(reason)}\n\n`
    this.#pushSoon(0)
  }

  /** How long something has been waiting that is not taken, in milliseconds. */
  stalledFor(now: number): number {
    return this.#waitingSince === undefined ? 0 : now - this.#waitingSince
  }

  override _read(): void {
    this.#canPush = true
    this.#waitingSince = undefined
    this.#push()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#gathering)
    done(error)
  }

  #pushSoon(after: number) {
    if (!this.#canPush) this.#waitingSince ??= performance.now()
    if (after === 0) {
      clearTimeout(this.#gathering)
      this.#gathering = undefined
      return this.#push()
    }
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined
      this.#push()
    }, after).unref()
  }

  #push() {
    while (this.#canPush && !this.destroyed) {
      const piece = this.#pieces.shift() ?? this.#nextFrame()
      if (piece === undefined) return
      if (piece === END) return void this.push(null)
      const [slice, rest] = cut(piece)
      if (rest) this.#pieces.unshift(rest)
      this.#canPush = this.push(slice)
    }
    if (this.#pieces.length > 0) this.#waitingSince ??= performance.now()
  }

  /** The first piece of what is to be sent next; the others wait in `#pieces`. */
  #nextFrame(): string | undefined {
    if (this.#farewell) {
      this.#pieces.push(END)
      const farewell = this.#farewell
      this.#farewell = undefined
      return farewell
    }
    if (this.#notices.length > 0) return this.#notices.shift()
    if (this.#gathering) return undefined
    return this.#answers() ?? this.#beat()
  }

  #answers(): string | undefined {
    const wanted = this.#wanted
    const isHello = wanted === 'all'
    const names = namesOf(this.#shown, () => true).filter((name) => isHello || wanted.has(name))
    if (!isHello && names.length === 0) return undefined
    this.#wanted = new Set()
    const id = frameId(this.#state, this.#shown)
    const { now, build, isPublic } = this.tools
    const data = dataPieces(this.#shown, names, { now: now(), build: build(), isPublic })
    this.#pieces.push(...data, '\n\n')
    return `id: ${id}\nevent: ${isHello ? 'hello' : 'answers'}\ndata: `
  }

  #beat(): string | undefined {
    if (!this.#isBeating) return undefined
    this.#isBeating = false
    return ':\n\n'
  }
}

/** Stands for the end among the pieces. */
const END = ''

/** A piece that is not too long, and the rest; never within a character of two halves. */
function cut(piece: string): [string, string | undefined] {
  if (piece.length <= SLICE) return [piece, undefined]
  const half = piece.charCodeAt(SLICE - 1)
  const at = half >= 0xd800 && half <= 0xdbff ? SLICE - 1 : SLICE
  return [piece.slice(0, at), piece.slice(at)]
}
