import { demandExtended } from '#core/customers/queries/demand_extended'
import { can } from '#core/permissions/can'
import type { Capability } from '#core/permissions/matrix'
import { findReader } from '#core/permissions/read_rights'
import type { Reader } from '#core/permissions/reader'
import { type OwnerProblem, ownerLost, recipientUnknown } from '#core/saved_reports/errors'
import type SavedReport from '#core/saved_reports/models/saved_report'
import Membership from '#core/users/models/membership'
import User from '#core/users/models/user'
import { findUser } from '#core/users/queries/find_user'

type Owned = Pick<SavedReport, 'customerId' | 'ownerId' | 'name'>

/**
 * The rights with which a saved report is made: those of its owner now.
 *
 * @param capability what it is made for; `exports.make` where a file is taken away
 * @throws E_OWNER_GONE, E_OWNER_NOT_MEMBER, E_OWNER_LOCKED, E_OWNER_NOT_ALLOWED; E_NOT_IN_EDITION where
 * the customer no longer has saved reports
 */
export async function savedReportReader(
  saved: Owned,
  capability: Capability = 'reports.read'
): Promise<Reader> {
  await demandExtended(saved.customerId)
  const { ownerId, customerId } = saved
  const reader = ownerId === null ? null : await findReader(ownerId, customerId)
  // An operator is known everywhere, and owns nothing where they are no user.
  if (!reader || reader.role === 'operator') throw ownerLost(await whyLost(saved), saved.name)
  if (!can(reader, 'savedReports.read') || !can(reader, capability)) {
    throw ownerLost('E_OWNER_NOT_ALLOWED', saved.name)
  }
  return reader
}

/**
 * The rights of somebody who is sent a report of their own content.
 *
 * @throws E_RECIPIENT_UNKNOWN where the address is no user of the customer's who may read reports
 */
export async function recipientReader(
  { customerId }: Pick<SavedReport, 'customerId'>,
  email: string
): Promise<Reader> {
  const user = await findUser(email)
  const reader = user && (await findReader(user.id, customerId))
  if (!reader || reader.role === 'operator' || !can(reader, 'exports.make')) {
    throw recipientUnknown(email)
  }
  return reader
}

async function whyLost({ ownerId, customerId }: Owned): Promise<OwnerProblem> {
  const user = ownerId === null ? null : await User.find(ownerId)
  if (!user) return 'E_OWNER_GONE'
  const membership = await Membership.findBy({ userId: user.id, customerId })
  return membership ? 'E_OWNER_LOCKED' : 'E_OWNER_NOT_MEMBER'
}
