import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'
import { NO_CUSTOMER } from '#core/permissions/can'
import { notSignedIn } from '#core/permissions/errors'
import type { Reader } from '#core/permissions/reader'
import { type Right, rightsOnErrands } from '#core/permissions/right'

/** What this user may see in this customer now. Throws `E_NOT_SIGNED_IN` where the user is not one of the customer's. */
export async function readerFor(userId: number, customerId: number): Promise<Reader> {
  const reader = await findReader(userId, customerId)
  if (!reader) throw notSignedIn()
  return reader
}

/**
 * As `readerFor`, but null where the user is not one of the customer's. An operator always is one:
 * of the customer where it has invited operators, else of none (`NO_CUSTOMER`).
 */
export async function findReader(userId: number, customerId: number): Promise<Reader | null> {
  const [membership, person] = await Promise.all([
    membershipRow(userId, customerId),
    personRow(userId),
  ])
  const operates = Boolean(person?.operates)
  const zone = person?.zone ?? membership?.zone ?? membership?.customerZone
  if (membership) return { ...(await memberReader(userId, membership)), operates, zone }
  return operates ? operatorReader(userId, customerId, person?.zone) : null
}

interface MembershipRow {
  id: number
  customerId: number
  role: 'administrator' | 'user' | 'customerUser'
  seesEverything: boolean | 0 | 1
  seesEverythingUntil: string | null
  callSpecification: boolean | 0 | 1
  zone: string | null
  customerZone: string
}

/** The membership, where it is not locked and its customer not closed. */
const membershipRow = (userId: number, customerId: number) =>
  db
    .from('memberships')
    .join('customers', 'customers.id', 'memberships.customer_id')
    .where({ user_id: userId, customer_id: customerId })
    .whereNull('memberships.locked_at')
    .whereNull('customers.closed_at')
    .select({
      id: 'memberships.id',
      customerId: 'memberships.customer_id',
      role: 'memberships.role',
      seesEverything: 'memberships.sees_everything',
      seesEverythingUntil: 'memberships.sees_everything_until',
      callSpecification: 'memberships.call_specification',
      zone: 'memberships.zone',
      customerZone: 'customers.zone',
    })
    .first() as unknown as Promise<MembershipRow | null>

const personRow = (userId: number) =>
  db
    .from('users')
    .where('id', userId)
    .select({ operates: 'is_operator', zone: 'zone' })
    .first() as unknown as Promise<{ operates: boolean | 0 | 1; zone: string | null } | null>

async function memberReader(userId: number, membership: MembershipRow): Promise<Reader> {
  const specification = Boolean(membership.callSpecification)
  const [objectIds, given] = await Promise.all([
    seesAll(membership) ? null : assignedObjectIds(membership.id),
    membership.role === 'administrator' ? [] : givenRights(membership.id),
  ])
  return {
    customerId: membership.customerId,
    userId,
    role: membership.role,
    objectIds,
    callSpecification: specification,
    personalFields: specification,
    rights: new Set(implied(specification ? [...given, 'specifications.open'] : given)),
  }
}

/** A customer user is limited to what they are given, whatever else is said of them. */
function seesAll({ role, seesEverything, seesEverythingUntil }: MembershipRow): boolean {
  if (role !== 'user') return role === 'administrator'
  const until = seesEverythingUntil
  return Boolean(seesEverything) || (until !== null && until > momentText(DateTime.utc()))
}

/** Calls lead to errands, and errands are seen by whoever may do something with them. */
const implied = (given: readonly Right[]): Right[] =>
  given.some((right) => right === 'specifications.open' || rightsOnErrands.includes(right))
    ? [...given, 'errands.read']
    : [...given]

async function givenRights(membershipId: number): Promise<Right[]> {
  const rows = (await db
    .from('membership_rights')
    .where('membership_id', membershipId)
    .select('right')) as { right: Right }[]
  return rows.map((row) => row.right)
}

/** Ids of the objects assigned one by one, of those in assigned groups and of those at assigned points, as these are now. */
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
    )
    .union((query) =>
      query
        .from('measurement_objects')
        .join('membership_points', 'membership_points.point_id', 'measurement_objects.point_id')
        .where('membership_points.membership_id', membershipId)
        .select('measurement_objects.id as object_id')
    )) as { object_id: number }[]
  return new Set(rows.map((row) => row.object_id))
}

async function operatorReader(
  userId: number,
  customerId: number,
  ownZone?: string | null
): Promise<Reader> {
  const inviting = (await db
    .from('customers')
    .where('id', customerId || NO_CUSTOMER)
    .whereNotNull('operators_invited_at')
    .whereNull('closed_at')
    .select('zone')
    .first()) as { zone: string } | null
  const invited = Boolean(inviting)
  return {
    customerId: invited ? customerId : NO_CUSTOMER,
    userId,
    role: 'operator',
    operates: true,
    zone: ownZone ?? inviting?.zone,
    objectIds: invited ? null : new Set(),
    callSpecification: invited,
    personalFields: invited,
    rights: new Set(invited ? ['specifications.open'] : []),
  }
}
