import { errors } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'

/** Counts one more of what may be done so often in a minute; `refusal` makes the error of one too many. */
export async function takeTurn(
  what: string,
  most: number,
  refusal: (seconds: number) => Error
): Promise<void> {
  try {
    await limiter.use({ requests: most, duration: '1 min' }).consume(what)
  } catch (error) {
    if (error instanceof errors.ThrottleException) throw refusal(error.response.availableIn)
    throw error
  }
}
