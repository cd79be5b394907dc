import type { PlaceChange } from '#core/people/actions/save_place'
import db from '@adonisjs/lucid/services/db'
import { notYoursToGive, rightNotYours } from '#core/people/errors'
import type { Place } from '#core/people/people'
import { can } from '#core/permissions/can'
import type { Reader } from '#core/permissions/reader'
import { type Right, allRights } from '#core/permissions/right'
import type Membership from '#core/users/models/membership'

/** What somebody has before a change. */
export interface HeldPlace {
  role?: Membership['role']
  seesEverything?: boolean
  rights: readonly Right[]
}

/**
 * Demands that the giver has every right that a change newly gives: the rights one by one, the role,
 * and sight of everything. Throws `E_NOT_YOURS_TO_GIVE`.
 */
export function demandGivable(
  reader: Reader,
  change: PlaceChange,
  had: HeldPlace = { rights: [] }
): void {
  const given = new Set(change.rights ?? [])
  if (change.callSpecification !== undefined) {
    if (change.callSpecification) given.add('specifications.open')
    else given.delete('specifications.open')
  }
  const lacking = allRights().find(
    (right) => given.has(right) && !had.rights.includes(right) && !holds(reader, right)
  )
  if (lacking) throw rightNotYours(lacking)
  const { role } = change
  if (role && role !== 'customerUser' && role !== had.role && reader.role !== 'administrator') {
    throw rightNotYours('role')
  }
  const seesAll =
    (change.seesEverything && !had.seesEverything) ||
    (change.seesEverythingUntil && !had.seesEverything)
  if ((seesAll || role === 'administrator') && reader.objectIds !== null) throw notYoursToGive()
}

/** Whether the reader has the right by their role or one by one. Specifications are a right of their own for all. */
export const holds = (reader: Reader, right: Right): boolean =>
  right === 'specifications.open' ? reader.callSpecification : can(reader, right)

/** What a member has, or an invited person will have. */
export async function heldBy({ member, invited }: Place): Promise<HeldPlace> {
  const place = member ? member.membership : invited
  const rights = member ? await keptRights(member.membership.id) : invited.rights
  return {
    role: place.role,
    seesEverything: place.seesEverything,
    rights: place.callSpecification ? [...rights, 'specifications.open'] : rights,
  }
}

async function keptRights(membershipId: number): Promise<Right[]> {
  const rows = (await db
    .from('membership_rights')
    .where('membership_id', membershipId)
    .select('right')) as { right: Right }[]
  return rows.map(({ right }) => right)
}
