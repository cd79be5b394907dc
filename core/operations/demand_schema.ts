import logger from '@adonisjs/core/services/logger'
import { problemOfSchema } from '#core/operations/problem_of_schema'
import { schemaState } from '#database/schema_state'

/** @throws a sentence where the tables are not those of this version. A database that is away is told by health. */
export async function demandSchema(): Promise<void> {
  const state = await schemaState().catch((error: unknown) => {
    logger.warn({ err: error as Error }, 'The version of the database is not known.')
    return undefined
  })
  const problem = state && problemOfSchema(state)
  if (problem) throw new Error(`The server does not start: ${problem}`)
}
