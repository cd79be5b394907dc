import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { badMoment } from '#core/audit/errors'
import { lastAdministrator } from '#core/people/errors'
import type { Person } from '#core/people/people'
import { checkedZone } from '#core/customers/zone'
import { type Right, allRights } from '#core/permissions/right'
import Membership from '#core/users/models/membership'
import { writeTransaction } from '#database/write_transaction'

/** What is to change of a person's place in a customer; what is undefined stays. */
export interface PlaceChange {
  role?: Membership['role']
  seesEverything?: boolean
  /** A moment with its zone; null ends it. */
  seesEverythingUntil?: string | null
  callSpecification?: boolean
  /** Every right they shall have. */
  rights?: readonly Right[]
}

/** What may change of a member besides: what the customer calls them. */
export interface MemberChange extends PlaceChange {
  /** Empty for the person's own name. */
  name?: string
  /** Of their moments in this customer, where they have chosen none of their own; null for the customer's. */
  zone?: string | null
}

/** Changes a person's role and rights in a customer, at once. Throws `E_LAST_ADMINISTRATOR` and `E_UNKNOWN_ZONE`. */
export async function savePlace(person: Person, change: MemberChange): Promise<void> {
  const { rights, seesEverythingUntil: until, name, zone, ...rest } = change
  const values = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined)
  ) as typeof rest
  const { membership, user } = person
  const opens = rights?.includes('specifications.open')
  await writeTransaction(async (client) => {
    if (change.role && change.role !== 'administrator') {
      await demandAnother(membership, user.email, client)
    }
    const kept = await Membership.findOrFail(membership.id, { client })
    await kept
      .merge({
        ...values,
        ...(opens !== undefined &&
          values.callSpecification === undefined && { callSpecification: opens }),
        ...(name !== undefined && { displayName: name === user.name ? null : name || null }),
        ...(zone !== undefined && { zone: zone && checkedZone(zone) }),
        ...(until !== undefined && {
          seesEverythingUntil: until === null ? null : momentOf(until),
        }),
      })
      .save()
    if (!rights) return
    // Rights of modules that are not here now are kept for when they are again.
    await client
      .from('membership_rights')
      .where('membership_id', kept.id)
      .whereIn('right', allRights())
      .delete()
    const given = ownRights(rights)
    if (!given.length) return
    await client
      .table('membership_rights')
      .multiInsert(given.map((right) => ({ membership_id: kept.id, right })))
  })
}

/** @throws E_LAST_ADMINISTRATOR where nobody else could manage the customer. */
export async function demandAnother(
  membership: Membership,
  email: string,
  client: QueryClientContract
): Promise<void> {
  if (membership.role !== 'administrator') return
  const other = await client
    .from('memberships')
    .where({ customer_id: membership.customerId, role: 'administrator' })
    .whereNull('locked_at')
    .whereNot('id', membership.id)
    .select('id')
    // Two administrators who remove each other at once would both find the other.
    .forUpdate()
    .first()
  if (!other) throw lastAdministrator(email)
}

/** The rights that are kept one by one: each once, without `specifications.open`. */
export const ownRights = (rights: readonly Right[]): Right[] =>
  [...new Set(rights)].filter((right) => right !== 'specifications.open')

/** @throws E_BAD_MOMENT */
export function momentOf(text: string): DateTime {
  const at = DateTime.fromISO(text, { setZone: true })
  if (!at.isValid) throw badMoment('seesEverythingUntil', text)
  return at
}
