const MAX_MILLISECONDS = 8

const waiting: (() => void)[] = []
let isScheduled = false

function resumeNext() {
  waiting.shift()?.()
  isScheduled = waiting.length > 0
  if (isScheduled) setImmediate(resumeNext)
}

/**
 * Between two pieces of long work: resolves in a later turn of the event loop. Of all who wait, one goes
 * on in each turn, so that new requests are taken in between any two pieces, however many are at work.
 */
export const nextTurn = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve)
    if (isScheduled) return
    isScheduled = true
    setImmediate(resumeNext)
  })

/** For long loops: called now and then, it waits for the next turn whenever enough time has gone by. */
export function yieldToEventLoop(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < MAX_MILLISECONDS) return undefined
    return nextTurn().then(() => {
      since = performance.now()
    })
  }
}
