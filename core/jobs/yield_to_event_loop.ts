import { setImmediate } from 'node:timers/promises'

const LONGEST_MILLISECONDS = 8

/** For long loops: called now and then, it lets others be answered whenever enough time has gone by. */
export function yieldToEventLoop(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < LONGEST_MILLISECONDS) return undefined
    return setImmediate().then(() => {
      since = performance.now()
    })
  }
}
