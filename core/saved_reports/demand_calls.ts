import { can } from '#core/permissions/can'
import { findReader } from '#core/permissions/read_rights'
import type { Reader } from '#core/permissions/reader'
import { callsNotYours } from '#core/saved_reports/errors'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { schedulesOf } from '#core/saved_reports/queries/find_saved_report'

/**
 * Demands that who changes another's report, or acts in the name of its owner, may open the calls that
 * the owner may: otherwise the owner's right would send them.
 *
 * @throws E_NOT_YOURS_TO_GIVE
 */
export async function demandCalls(
  { ownerId, customerId }: Pick<SavedReport, 'ownerId' | 'customerId'>,
  reader: Reader
): Promise<void> {
  if (await isCallsOfOthers({ ownerId, customerId }, reader)) throw callsNotYours()
}

/** Whether the owner may open calls that the reader, who is somebody else, may not. */
export async function isCallsOfOthers(
  { ownerId, customerId }: Pick<SavedReport, 'ownerId' | 'customerId'>,
  reader: Reader
): Promise<boolean> {
  if (can(reader, 'specifications.open')) return false
  if (ownerId === reader.userId && !reader.actor) return false
  const owner = ownerId === null ? null : await findReader(ownerId, customerId)
  return Boolean(owner?.callSpecification)
}

/**
 * The same, where the report's schedules send calls.
 *
 * @throws E_NOT_YOURS_TO_GIVE
 */
export async function demandSentCalls(saved: SavedReport, reader: Reader): Promise<void> {
  const schedules = await schedulesOf(saved.customerId, [saved.id])
  if (schedules.some(({ specification }) => specification)) await demandCalls(saved, reader)
}
