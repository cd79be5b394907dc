import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { People } from '#core/people/people'
import { type Right, allRights } from '#core/permissions/right'
import { lockedUntil } from '#core/users/limits/sign_in_limits'
import { momentDate, momentText } from '#database/columns'

/** A user of a customer as a list shows them. */
export interface ListedPerson {
  /** The account's; of who is invited, `i` and a number. */
  id: number | string
  /** What the customer calls them, or else their own name. */
  name: string
  email: string
  mobile: string | null
  language: string
  /** Set for them in this customer; null for the customer's. */
  zone: string | null
  role: 'administrator' | 'user' | 'customerUser'
  seesEverything: boolean
  seesEverythingUntil: Date | null
  callSpecification: boolean
  rights: Right[]
  /** An administrator keeps them out. */
  locked: boolean
  /** Until when failed sign-ins keep them out. */
  lockedUntil: string | null
  failedSignIns: number
  /** When they last entered this customer. */
  lastSignInAt: Date | null
  /** When their open invitation ends; null where they have none. */
  invitedUntil: Date | null
  /** Whether they have chosen a password yet, or sign in in another way. */
  active: boolean
  /** They have been invited and haven't accepted: nothing but the address is known of them. */
  invited: boolean
  objects: number
  groups: number
  /** How many whole collection points. */
  points: number
  tickets: number
}

/** The people of these ids who are managed, by name. */
export async function listPeople(
  { reader, only }: People,
  userIds: readonly number[]
): Promise<ListedPerson[]> {
  const kept = await peopleRows(reader.customerId, only, userIds)
  const found = kept.map((row) => ({ ...row, name: row.displayName ?? row.name }))
  const [rights, locks] = await Promise.all([
    rightsOf(found.map(({ membershipId }) => membershipId)),
    lockedUntil(found.map(({ email }) => email)),
  ])
  return found.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    mobile: row.mobile,
    language: row.language,
    zone: row.zone,
    role: row.role,
    seesEverything: Boolean(row.seesEverything),
    seesEverythingUntil: momentDate(row.seesEverythingUntil),
    callSpecification: Boolean(row.callSpecification),
    rights: rights.get(row.membershipId) ?? [],
    locked: row.lockedAt !== null,
    lockedUntil: locks.get(row.email)?.toISO() ?? null,
    failedSignIns: row.failedSignIns,
    lastSignInAt: momentDate(row.lastSignInAt),
    invitedUntil: momentDate(row.invitedUntil),
    active: row.password !== null || Number(row.identities) > 0,
    invited: false,
    objects: Number(row.objects),
    groups: Number(row.groups),
    points: Number(row.points),
    tickets: Number(row.tickets),
  }))
}

interface PersonRow {
  id: number
  membershipId: number
  name: string
  displayName: string | null
  email: string
  mobile: string | null
  language: string
  zone: string | null
  role: ListedPerson['role']
  seesEverything: boolean | 0 | 1
  seesEverythingUntil: string | null
  callSpecification: boolean | 0 | 1
  lockedAt: string | null
  failedSignIns: number
  lastSignInAt: string | null
  invitedUntil: string | null
  password: string | null
  objects: number | string
  groups: number | string
  points: number | string
  identities: number | string
  tickets: number | string
}

function peopleRows(
  customerId: number,
  only: People['only'],
  userIds: readonly number[]
): Promise<PersonRow[]> {
  const counted = (table: string, column: string, value: string) =>
    db.from(table).whereColumn(column, value).count('*')
  return db
    .from('memberships')
    .join('users', 'users.id', 'memberships.user_id')
    .where('memberships.customer_id', customerId)
    .if(only, (query) => query.where('memberships.role', only ?? ''))
    .whereIn('users.id', [...userIds])
    .orderBy('users.name')
    .orderBy('users.id')
    .select({
      id: 'users.id',
      membershipId: 'memberships.id',
      name: 'users.name',
      displayName: 'memberships.display_name',
      email: 'users.email',
      mobile: 'users.mobile',
      language: 'users.language',
      zone: 'memberships.zone',
      role: 'memberships.role',
      seesEverything: 'memberships.sees_everything',
      seesEverythingUntil: 'memberships.sees_everything_until',
      callSpecification: 'memberships.call_specification',
      lockedAt: 'memberships.locked_at',
      failedSignIns: 'users.failed_sign_ins',
      lastSignInAt: 'memberships.last_entered_at',
      password: 'users.password',
    })
    .select(
      db
        .from('invitations')
        .whereColumn('invitations.user_id', 'users.id')
        .whereNull('used_at')
        .where('expires_at', '>', momentText(DateTime.utc()))
        .max('expires_at')
        .as('invitedUntil'),
      counted('user_identities', 'user_identities.user_id', 'users.id').as('identities'),
      counted('membership_objects', 'membership_objects.membership_id', 'memberships.id').as(
        'objects'
      ),
      counted('membership_groups', 'membership_groups.membership_id', 'memberships.id').as(
        'groups'
      ),
      counted('membership_points', 'membership_points.membership_id', 'memberships.id').as(
        'points'
      ),
      counted('tickets', 'tickets.user_id', 'users.id')
        .whereColumn('tickets.customer_id', 'memberships.customer_id')
        .whereNull('revoked_at')
        .as('tickets')
    ) as unknown as Promise<PersonRow[]>
}

async function rightsOf(membershipIds: readonly number[]): Promise<Map<number, Right[]>> {
  const rows = (await db
    .from('membership_rights')
    .whereIn('membership_id', [...membershipIds])
    .whereIn('right', allRights())
    .select('membership_id', 'right')) as { membership_id: number; right: Right }[]
  const byMembership = Map.groupBy(rows, (row) => row.membership_id)
  return new Map([...byMembership].map(([id, given]) => [id, given.map(({ right }) => right)]))
}
