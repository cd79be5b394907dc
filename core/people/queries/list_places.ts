import db from '@adonisjs/lucid/services/db'
import { type People, invitedId } from '#core/people/people'
import { presentInvited } from '#core/people/queries/present_invited'
import { type ListedPerson, listPeople } from '#core/people/queries/list_people'
import type { ListPart, ListWish } from '#core/http/list_wish'
import MembershipInvitation from '#core/users/models/membership_invitation'
import { countOf, holding } from '#database/holding'

export const peopleOrders = ['name', 'email', 'role', 'lastSignInAt'] as const

/**
 * Members and those who are invited, in one list: a part of those in whose name or address the words stand, by
 * name unless another order is wished. Only what is listed is read in full.
 */
export async function listPlaces(people: People, wish: ListWish): Promise<ListPart<ListedPerson>> {
  const { filter, limit, offset, order = 'name', descending } = wish
  const direction = descending ? 'desc' : 'asc'
  const wanted = () => holding(places(people), ['name', 'email'], filter)
  const texts = order === 'name' || order === 'email'
  const listing = wanted()
    .select('kind', 'id')
    .orderByRaw(texts ? `lower(${order}) ${direction}` : `${columns[order]} ${direction}`)
    .orderByRaw('lower(name), kind, id')
  if (limit !== undefined) void listing.limit(limit).offset(offset)
  const rows = (await listing) as { kind: 'member' | 'invited'; id: number }[]
  const idsOf = (kind: 'member' | 'invited') =>
    rows.filter((row) => row.kind === kind).map(({ id }) => id)
  const [members, invited, found, all] = await Promise.all([
    inParts(idsOf('member'), (ids) => listPeople(people, ids)),
    inParts(idsOf('invited'), (ids) => invitedOf(people, ids)),
    countOf(wanted()),
    countOf(places(people)),
  ])
  const byId = new Map([...members, ...invited].map((person) => [String(person.id), person]))
  const listed = rows.flatMap(
    ({ kind, id }) => byId.get(kind === 'member' ? String(id) : invitedId({ id })) ?? []
  )
  return { rows: listed, found, all }
}

const columns: Record<string, string> = { role: 'role', lastSignInAt: 'entered_at' }

/** Whom a list is about, as one table: `kind`, `id`, `name`, `email`, `role`, `entered_at`. */
function places({ reader, only }: People) {
  const knex = db.connection().getReadClient()
  const members = knex
    .from('memberships')
    .join('users', 'users.id', 'memberships.user_id')
    .where('memberships.customer_id', reader.customerId)
    .select(knex.raw("'member' as kind"), 'users.id', 'users.email', 'memberships.role')
    .select(knex.raw('coalesce(memberships.display_name, users.name) as name'))
    .select({ entered_at: 'memberships.last_entered_at' })
  const invited = knex
    .from('membership_invitations')
    .where('customer_id', reader.customerId)
    .select(knex.raw("'invited' as kind"), 'id', 'email', 'role')
    .select(knex.raw("coalesce(nullif(name, ''), email) as name"))
    .select(knex.raw('null as entered_at'))
  if (only) {
    void members.where('memberships.role', only)
    void invited.where('role', only)
  }
  return knex.from(knex.unionAll([members, invited]).as('places'))
}

async function invitedOf({ reader }: People, ids: readonly number[]): Promise<ListedPerson[]> {
  const invited = await MembershipInvitation.query()
    .where('customerId', reader.customerId)
    .whereIn('id', [...ids])
  return invited.map(presentInvited)
}

/** A statement takes only so many bindings. */
async function inParts<T>(
  ids: readonly number[],
  ask: (ids: readonly number[]) => Promise<T[]>
): Promise<T[]> {
  const found: T[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    found.push(...(await ask(ids.slice(from, from + AT_ONCE))))
  }
  return found
}

const AT_ONCE = 1000
