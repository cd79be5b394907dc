import type { Reader } from '#core/permissions/reader'
import type UserSession from '#core/users/models/user_session'

/**
 * The reader as far as the session goes: one that a single customer let in, by its own issuer or
 * without a second factor, opens that customer and never the operators' console. Null where it doesn't open what is asked for.
 */
export function inSession(
  reader: Reader,
  session: Pick<UserSession, 'opens'> | undefined
): Reader | null {
  const opens = session?.opens
  if (!opens) return reader
  if (reader.role === 'operator' || !opens.includes(reader.customerId)) return null
  return { ...reader, operates: false }
}
