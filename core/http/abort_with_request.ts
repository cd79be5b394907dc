import type { HttpContext } from '@adonisjs/core/http'

/** A signal that fires when the reader leaves before the answer is made, so that no work is done for nobody. */
export function abortWithRequest({ response }: Pick<HttpContext, 'response'>): AbortSignal {
  const controller = new AbortController()
  response.response.once('close', () => {
    if (!response.response.writableEnded) controller.abort()
  })
  return controller.signal
}
