import { errors } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'

export interface Turns {
  most: number
  /** Such as `1 min`. */
  every: string
  /** What goes well is given back with `giveBackTurn`: then only one too many is remembered. */
  givenBack?: true
  /** Makes the error of one too many. */
  refusal: (seconds: number) => Error
}

/**
 * Counts one more of what may be done so often, in every process that shares the database. Who goes on
 * after the last is refused from memory: a flood writes nothing.
 */
export async function takeTurn(what: string, turns: Turns): Promise<void> {
  const { refusal } = turns
  try {
    await limitOf(turns).consume(what)
  } catch (error) {
    if (error instanceof errors.ThrottleException) throw refusal(error.response.availableIn)
    throw error
  }
}

/** Takes one off again, where only what goes wrong is to be counted. */
export async function giveBackTurn(what: string, turns: Omit<Turns, 'refusal'>): Promise<void> {
  await limitOf({ ...turns, givenBack: true }).decrement(what)
}

const limitOf = ({ most, every, givenBack }: Omit<Turns, 'refusal'>) =>
  limiter.use({
    requests: most,
    duration: every,
    inMemoryBlockOnConsumed: givenBack ? most + 1 : most,
  })
