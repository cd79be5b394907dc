import encryption from '@adonisjs/core/services/encryption'
import type { FollowUpPage } from '#core/reports/compile/follow_up_statement'
import { invalidCursor } from '#core/reports/errors'

type Place = NonNullable<FollowUpPage['after']>

/** The place after which the next page begins. It holds a caller's number, which its reader may not be let see: it is sealed. */
export const writeFollowUpCursor = ({ lastAt, party }: Place): string =>
  encryption.encrypt([1, lastAt, party])

/** @throws E_INVALID_CURSOR where it is nothing that `writeFollowUpCursor` wrote */
export function readFollowUpCursor(cursor: string): Place {
  const opened: unknown = encryption.decrypt(cursor)
  const [version, lastAt, party] = Array.isArray(opened) ? (opened as unknown[]) : []
  if (version !== 1 || !Number.isSafeInteger(lastAt) || typeof party !== 'string') {
    throw invalidCursor()
  }
  return { lastAt: lastAt as number, party }
}
