/**
 * Runs the work and, when the signal is aborted, ends its query in the engine with `kill`; rejects with
 * the signal's reason once the engine has really stopped. Killing is repeated while the work goes on:
 * the query may not have begun when it was first asked for.
 */
export async function endQueryOnAbort<R>(
  work: () => Promise<R>,
  kill: () => Promise<void>,
  signal?: AbortSignal
): Promise<R> {
  if (!signal) return work()
  signal.throwIfAborted()
  let timer: NodeJS.Timeout | undefined
  let running = true
  const end = () => {
    kill()
      .catch(() => undefined)
      .finally(() => {
        if (running) timer = setTimeout(end, 100)
      })
  }
  signal.addEventListener('abort', end, { once: true })
  try {
    return await work()
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    running = false
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}
