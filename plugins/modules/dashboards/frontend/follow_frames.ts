import type { Answer } from '#core/contracts/question'
import type { Json } from '#core/contracts/scalar'

/** What the server tells of a board. */
export interface FrameData {
  /** The server’s clock. */
  now: string
  build: string
  revision: string | number
  /** By the id of each widget and the number of its question: `a.0`. */
  answers: Readonly<Record<string, Answer>>
}

export interface FrameListener {
  /** `isWhole` where it has every answer that is known, else those that have become others. */
  frame(data: FrameData, isWhole: boolean): void
  notice?(notice: Json): void
  /** Something came, be it nothing but a sign of life. */
  heard(): void
  /** Something failed that is tried again. 0 is no answer at all. */
  failed(status: number): void
  /** Refused for good: nothing is tried again. */
  over(status: number): void
}

const SHORTEST_MS = 1000
const LONGEST_MS = 60_000
/** The server says something each quarter of a minute: without, the connection is dead. */
export const DEAD_AFTER_MS = 40_000
/** It greets at once: where nothing of that comes through, somebody on the way holds the answer back. */
const GREETING_MS = 10_000
const ASKED_EVERY_MS = 5000
/** How long frames are asked for one by one before the connection is tried again. */
const ASKED_FOR_MS = 600_000
const REFUSED = [401, 403, 404, 410]

class Failed extends Error {
  constructor(readonly status: number) {
    super(`The server answered ${status}`)
  }
}

/**
 * Follows an address whose answer goes on, and begins again whatever happens, at a moment of its own.
 * Where nothing comes through on the way, frames are asked for one by one.
 *
 * @param address is asked for each time, as is what goes along in the head of the request
 */
export function followFrames(
  address: () => string,
  listener: FrameListener,
  headers: () => Readonly<Record<string, string>> = () => ({}),
  { greetingMs = GREETING_MS, askedEveryMs = ASKED_EVERY_MS } = {}
) {
  let wait = SHORTEST_MS
  let isOver = false
  let lastId = ''
  let askedUntil = 0
  let control = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  function take(event: string, data: unknown) {
    if (event === 'notice') return listener.notice?.(data as Json)
    if (event !== 'hello' && event !== 'answers') return
    wait = SHORTEST_MS
    listener.frame(data as FrameData, event === 'hello')
  }
  function read(part: string) {
    const lines = part.split('\n')
    const of = (name: string) =>
      lines
        .filter((line) => line.indexOf(`${name}: `) === 0)
        .map((line) => line.slice(name.length + 2))
        .join('\n')
    const data = of('data')
    lastId = of('id') || lastId
    if (data) take(of('event'), JSON.parse(data))
  }
  const open = async (accept: string, path: string) => {
    const response = await fetch(path, {
      credentials: 'same-origin',
      headers: { ...headers(), Accept: accept },
      signal: control.signal,
    })
    if (!response.ok) throw new Failed(response.status)
    // A hotel's sign-in page is no answer of ours.
    if ((response.headers.get('content-type') ?? '').indexOf(accept) < 0) throw new Failed(0)
    return response
  }

  async function listen() {
    let watch = setTimeout(() => {
      askedUntil = Date.now() + ASKED_FOR_MS
      control.abort()
    }, greetingMs)
    try {
      const response = await open('text/event-stream', address())
      const reader = response.body!.getReader()
      const decoder = new TextDecoder()
      let text = ''
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        listener.heard()
        clearTimeout(watch)
        watch = setTimeout(() => control.abort(), DEAD_AFTER_MS)
        text += decoder.decode(value, { stream: true })
        const parts = text.split('\n\n')
        text = parts.pop() ?? ''
        for (const part of parts) read(part)
      }
    } finally {
      clearTimeout(watch)
    }
  }
  async function askOnce() {
    const watch = setTimeout(() => control.abort(), DEAD_AFTER_MS)
    try {
      const path = address()
      const mark = path.indexOf('?') < 0 ? '?' : '&'
      const after = lastId ? `${mark}after=${encodeURIComponent(lastId)}` : ''
      const response = await open('application/json', path + after)
      const frame = (await response.json()) as Record<'id' | 'event', string> & {
        data: FrameData
        notice?: Json
      }
      lastId = frame.id
      listener.heard()
      take(frame.event, frame.data)
      if (frame.notice !== undefined) listener.notice?.(frame.notice)
    } finally {
      clearTimeout(watch)
    }
  }

  async function follow(): Promise<void> {
    control = new AbortController()
    let isAsking = Date.now() < askedUntil
    try {
      await (isAsking ? askOnce() : listen())
    } catch (error) {
      if (isOver) return
      const status = error instanceof Failed ? error.status : 0
      if (REFUSED.indexOf(status) >= 0) {
        isOver = true
        return listener.over(status)
      }
      // Nothing is held back on the way where asking one by one fails too.
      if (isAsking) askedUntil = 0
      isAsking = Date.now() < askedUntil
      listener.failed(status)
    }
    if (isOver) return
    // At a moment of its own: after a restart not everybody comes back at once.
    const spread = isAsking ? askedEveryMs : wait * (0.5 + Math.random())
    if (!isAsking) wait = Math.min(LONGEST_MS, wait * 2)
    timer = setTimeout(() => void follow(), spread)
  }
  void follow()
  return {
    stop() {
      isOver = true
      clearTimeout(timer)
      control.abort()
    },
  }
}
