import type { HttpContext } from '@adonisjs/core/http'

/** Whoever takes nothing of an answer for so long has left. */
const LONGEST_SILENCE_MS = 60_000

/** What is held for an answer, and how it is let go. */
export type Holding = (release: () => void) => void

/** Holds what an answer needs until it has been taken, or its reader has left. */
export function holdAnswer({ response: { response } }: Pick<HttpContext, 'response'>): Holding {
  const held: (() => void)[] = []
  response.once('close', () => {
    for (const release of held.splice(0)) release()
  })
  return (release) => {
    if (response.closed || response.destroyed) return release()
    held.push(release)
    response.setTimeout(LONGEST_SILENCE_MS, () => response.destroy())
  }
}
