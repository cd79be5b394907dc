import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'
import { NO_CUSTOMER } from '#core/permissions/can'
import { notSignedIn } from '#core/permissions/errors'
import type { Reader } from '#core/permissions/reader'
import { type Right, rightsOnErrands } from '#core/permissions/right'
import { type Versioned, VersionedCache } from '#core/versions/versioned_cache'

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
  const { operates, zone: own, ...of } = await standing(userId, customerId)
  const membership = await memberships.get(of, `${userId}`, () => membershipOf(userId, customerId))
  const zone = own ?? membership?.zone ?? membership?.customerZone
  if (membership) return { ...(await memberReader(userId, membership, of)), operates, zone }
  return operates ? operatorReader(userId, customerId, own) : null
}

/** People and object ids that are remembered. */
const memberships = new VersionedCache<Membership | null>(10_000)
const assigned = new VersionedCache<ReadonlySet<number>>(2_000_000, ({ size }) => size + 1)

/** What is asked for each question: the customer's version, and what the user is wherever they are. */
async function standing(userId: number, customerId: number): Promise<Standing> {
  const row = (await db
    .from('users')
    .leftJoin('customer_versions', (join) => join.onVal('customer_id', customerId || NO_CUSTOMER))
    .where('users.id', userId)
    .select({ operator: 'users.is_operator', zone: 'users.zone' })
    .select({ version: 'customer_versions.version' })
    .first()) as { operator: boolean | 0 | 1; zone: string | null; version: string | null } | null
  return {
    customerId,
    version: row?.version ?? undefined,
    operates: Boolean(row?.operator),
    zone: row?.zone,
  }
}

interface Standing extends Versioned {
  operates: boolean
  zone: string | null | undefined
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

interface Membership extends MembershipRow {
  rights: readonly Right[]
}

async function membershipOf(userId: number, customerId: number): Promise<Membership | null> {
  const row = await membershipRow(userId, customerId)
  if (!row) return null
  const given = row.role === 'administrator' ? [] : await givenRights(row.id)
  return { ...row, rights: given }
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

async function memberReader(
  userId: number,
  membership: Membership,
  of: Versioned
): Promise<Reader> {
  const { id, rights: given } = membership
  const specification = Boolean(membership.callSpecification)
  return {
    customerId: membership.customerId,
    userId,
    role: membership.role,
    objectIds: seesAll(membership)
      ? null
      : await assigned.get(of, `${id}`, () => assignedObjectIds(id)),
    callSpecification: specification,
    personalFields: specification,
    rights: new Set(implied(specification ? [...given, 'specifications.open'] : given)),
  }
}

/**
 * Ids of the objects that the reader sees for good, null for every one: what they see until a moment is
 * not theirs to give on.
 */
export async function lastingObjectIds(reader: Reader): Promise<Reader['objectIds']> {
  const { userId, customerId, role, objectIds } = reader
  if (objectIds !== null || role !== 'user') return objectIds
  const membership = await membershipRow(userId, customerId)
  if (!membership || membership.seesEverything) return objectIds
  return assignedObjectIds(membership.id)
}

/** A customer user is limited to what they are given, whatever else is said of them. */
function seesAll({ role, seesEverything, seesEverythingUntil }: MembershipRow): boolean {
  if (role !== 'user') return role === 'administrator'
  const until = seesEverythingUntil
  return Boolean(seesEverything) || (until !== null && until > momentText(DateTime.utc()))
}

/** Calls lead to errands, and errands are seen by whoever may do something with them. */
const implied = (given: readonly Right[]): Right[] =>
  given.some(
    (right) => right === 'specifications.open' || rightsOnErrands.some((one) => one === right)
  )
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
