import { can } from '#core/permissions/can'
import { notAllowed } from '#core/permissions/errors'
import type { Capability } from '#core/permissions/matrix'
import { readerFor } from '#core/permissions/read_rights'
import type { Reader } from '#core/permissions/reader'
import { seenByBoth } from '#core/permissions/seen_by_both'

/**
 * The owner of a job with the rights that they have now; where an administrator started it in their
 * name, without the calls that the administrator may not see.
 *
 * @throws E_NOT_SIGNED_IN where either is gone or locked, E_NOT_ALLOWED where the owner lost the right
 */
export async function jobReader(
  { customerId, userId, actorId }: { customerId: number; userId: number; actorId: number | null },
  capability?: Capability
): Promise<Reader> {
  const theirs = await readerFor(userId, customerId)
  const reader =
    actorId === null ? theirs : seenByBoth(theirs, await readerFor(actorId, customerId))
  if (capability && !can(reader, capability)) throw notAllowed(capability)
  return reader
}
