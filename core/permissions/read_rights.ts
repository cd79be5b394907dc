import db from '@adonisjs/lucid/services/db'
import { notSignedIn } from '#core/permissions/errors'
import type { Reader } from '#core/permissions/reader'

/** What this user may see in this customer now. Throws `E_NOT_SIGNED_IN` where the user is not one of the customer's. */
export async function readerFor(userId: number, customerId: number): Promise<Reader> {
  const reader = await findReader(userId, customerId)
  if (!reader) throw notSignedIn()
  return reader
}

/** As `readerFor`, but null where the user is not one of the customer's. */
export async function findReader(userId: number, customerId: number): Promise<Reader | null> {
  const membership = (await db
    .from('memberships')
    .where({ user_id: userId, customer_id: customerId })
    .select('id', 'role', 'sees_everything', 'call_specification')
    .first()) as MembershipRow | null
  if (!membership) return null
  const administers = membership.role === 'administrator'
  const specification = administers || Boolean(membership.call_specification)
  return {
    customerId,
    userId,
    role: membership.role,
    objectIds:
      administers || membership.sees_everything ? null : await assignedObjectIds(membership.id),
    callSpecification: specification,
    personalFields: specification,
  }
}

interface MembershipRow {
  id: number
  role: Reader['role']
  sees_everything: boolean | 0 | 1
  call_specification: boolean | 0 | 1
}

/** Ids of the objects assigned one by one and of those in assigned groups, as the groups are now. */
async function assignedObjectIds(membershipId: number): Promise<ReadonlySet<number>> {
  const rows = (await db
    .from('membership_objects')
    .where('membership_id', membershipId)
    .select('object_id')
    .union((query) =>
      query
        .from('object_group_members')
        .join('membership_groups', 'membership_groups.group_id', 'object_group_members.group_id')
        .where('membership_groups.membership_id', membershipId)
        .select('object_group_members.object_id')
    )) as { object_id: number }[]
  return new Set(rows.map((row) => row.object_id))
}
