import { setTimeout as pause } from 'node:timers/promises'

const DEFAULT_SECONDS = 20
/** What is kept of the time for ending everything once nobody is answered any more. */
const RESERVED = 0.4

let until: number | undefined

/** Begins the end of this process: it has so many seconds. */
export function beginStopping(seconds = DEFAULT_SECONDS): void {
  until ??= performance.now() + seconds * 1000
}

/** Whether this process is ending, and should be given nothing more to do. */
export const isStopping = (): boolean => until !== undefined

const leftMs = () =>
  Math.max(0, until === undefined ? DEFAULT_SECONDS * 1000 : until - performance.now())

/** How many milliseconds those that are being answered still have. */
export const drainMs = (): number => leftMs() * (1 - RESERVED)

/** Of the time that is left, no step of the end takes more than this part. */
const SHARE = 0.5

/**
 * Ends something, or leaves it where that takes too long or fails: what comes after it has to end too.
 * Answers whether it ended.
 */
export async function endInTime(end: () => Promise<unknown> | undefined): Promise<boolean> {
  const late = pause(leftMs() * SHARE, false, { ref: false })
  const done = Promise.resolve()
    .then(end)
    .then(
      () => true,
      () => false
    )
  return Promise.race([done, late])
}
