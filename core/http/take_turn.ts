import { errors } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'

export interface Turns {
  most: number
  /** Such as `1 min`. */
  every: string
  /** Makes the error of one too many. */
  refusal: (seconds: number) => Error
}

/**
 * Counts one more of what may be done so often, in every process that shares the database. Who goes on
 * after the last is refused from memory: a flood writes nothing.
 */
export async function takeTurn(what: string, { most, every, refusal }: Turns): Promise<void> {
  const limit = limiter.use({ requests: most, duration: every, inMemoryBlockOnConsumed: most })
  try {
    await limit.consume(what)
  } catch (error) {
    if (error instanceof errors.ThrottleException) throw refusal(error.response.availableIn)
    throw error
  }
}
