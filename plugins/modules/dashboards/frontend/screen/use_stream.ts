import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Answer } from '#core/contracts/question'
import type { Answers } from '../api.js'
import { Failed } from './api.js'

interface Data {
  now: string
  build: string
  revision: string
  answers: Record<string, Answer>
}

const SHORTEST_MS = 1000
const LONGEST_MS = 60_000
/** The server says something each quarter of a minute: without, the connection is dead. */
const DEAD_AFTER_MS = 40_000

/** Told of what comes besides figures. */
export interface Heard {
  now(moment: string): void
  revision(revision: string): void
  build(build: string): void
  notice(notice: unknown): void
  /** Over: 401 is no longer paired, 404 nothing to show. */
  over(status: number): void
}

/** Follows the figures of a screen's dashboard, and begins again whatever happens, at a moment of its own. */
export function useStream(path: string, heard: Heard) {
  const answers = shallowRef<Answers | null>(null)
  const heardAt = ref(0)
  const silent = ref(false)
  let wait = SHORTEST_MS
  let isOver = false
  let control = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  function take(event: string, data: unknown) {
    if (event === 'notice') return heard.notice((data as { notice: unknown }).notice ?? data)
    if (event !== 'hello' && event !== 'answers') return
    const { now, build, revision, answers: told } = data as Data
    heard.now(now)
    const byWidget: Record<string, readonly Answer[]> =
      event === 'hello' ? {} : { ...answers.value }
    for (const [name, answer] of Object.entries(told)) {
      const [id = '', at = '0'] = name.split('.')
      const own = (byWidget[id] ?? []).slice()
      own[Number(at)] = answer
      byWidget[id] = own
    }
    answers.value = byWidget
    silent.value = false
    wait = SHORTEST_MS
    heard.revision(revision)
    heard.build(build)
  }

  async function follow() {
    control = new AbortController()
    let watch = setTimeout(() => control.abort(), DEAD_AFTER_MS)
    try {
      const response = await fetch(path, {
        credentials: 'same-origin',
        headers: { Accept: 'text/event-stream' },
        signal: control.signal,
      })
      if (!response.ok || !response.body) throw new Failed(response.status)
      const reader = response.body.getReader()
      const decoder = new TextDecoder()
      let text = ''
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        // Also where nothing has changed: the server says each quarter of a minute that it is there.
        heardAt.value = Date.now()
        clearTimeout(watch)
        watch = setTimeout(() => control.abort(), DEAD_AFTER_MS)
        text += decoder.decode(value, { stream: true })
        const parts = text.split('\n\n')
        text = parts.pop() ?? ''
        for (const part of parts) read(part)
      }
    } catch (error) {
      const status = error instanceof Failed ? error.status : 0
      if (status === 401 || status === 404) {
        isOver = true
        heard.over(status)
      }
    }
    clearTimeout(watch)
    if (isOver) return
    silent.value = Date.now() - heardAt.value > DEAD_AFTER_MS
    // At a moment of its own: after a restart not every screen comes back at once.
    timer = setTimeout(() => void follow(), wait * (0.5 + Math.random()))
    wait = Math.min(LONGEST_MS, wait * 2)
  }
  function read(part: string) {
    const lines = part.split('\n')
    const of = (name: string) =>
      lines
        .filter((line) => line.indexOf(`${name}: `) === 0)
        .map((line) => line.slice(name.length + 2))
        .join('\n')
    const data = of('data')
    if (data) take(of('event'), JSON.parse(data))
  }
  void follow()
  onScopeDispose(() => {
    isOver = true
    clearTimeout(timer)
    control.abort()
  })
  return { answers, silent, heardAt }
}
