import { DateTime } from 'luxon'
import UserSession from '#core/users/models/user_session'
import { momentText } from '#database/columns'

/** Ends every session of a person's, but the one that is excepted. Answers how many. */
export async function endSessions(
  userId: number,
  except?: { id: number } | undefined
): Promise<number> {
  const ended = await UserSession.query()
    .where('userId', userId)
    .whereNull('endedAt')
    .if(except, (query) => query.whereNot('id', except?.id ?? 0))
    .update({ ended_at: momentText(DateTime.utc()) })
  return Number(ended)
}
