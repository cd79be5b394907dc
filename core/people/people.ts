import type { HttpContext } from '@adonisjs/core/http'
import { unknownPerson } from '#core/people/errors'
import type { Reader } from '#core/permissions/reader'
import Membership from '#core/users/models/membership'
import MembershipInvitation from '#core/users/models/membership_invitation'
import User from '#core/users/models/user'

/** Whom a controller manages: every user of a customer, or its customer users only. */
export interface People {
  reader: Reader
  only?: 'customerUser'
}

/** A person and their place in the customer. */
export interface Person {
  user: User
  membership: Membership
}

/** A member of the customer, or an address that has been invited and is no member yet. */
export type Place =
  { member: Person; invited: null } | { member: null; invited: MembershipInvitation }

/** What an invitation is called where people are numbered: it is nobody's account. */
export const invitedId = ({ id }: Pick<MembershipInvitation, 'id'>) => `i${id}`

/** The person of this id among those who are managed. Throws `E_UNKNOWN_PERSON`, also for another customer's. */
export async function findPerson({ reader, only }: People, id: unknown): Promise<Person> {
  const userId = /^\d{1,9}$/.test(String(id)) ? Number(id) : 0
  const membership = await Membership.query()
    .where({ customerId: reader.customerId, userId })
    .if(only, (query) => query.where('role', only ?? ''))
    .first()
  const user = membership && (await User.find(userId))
  if (!membership || !user) throw unknownPerson(String(id))
  return { user, membership }
}

/** As `findPerson`, and those who are invited besides, called `i` and a number. */
export async function findPlace({ reader, only }: People, id: unknown): Promise<Place> {
  const [, invitation] = /^i(\d{1,9})$/.exec(String(id)) ?? []
  if (!invitation)
    return { member: await findPerson({ reader, ...(only && { only }) }, id), invited: null }
  const invited = await MembershipInvitation.query()
    .where({ customerId: reader.customerId, id: Number(invitation) })
    .if(only, (query) => query.where('role', only ?? ''))
    .first()
  if (!invited) throw unknownPerson(String(id))
  return { member: null, invited }
}

/** The person that an address names. */
export const personOf = ({ reader, params }: HttpContext, only?: People['only']) =>
  findPerson({ reader, ...(only && { only }) }, params.id)

/** The person or the invited address that an address names. */
export const placeOf = ({ reader, params }: HttpContext, only?: People['only']) =>
  findPlace({ reader, ...(only && { only }) }, params.id)

/** The e-mail address of a place. */
export const emailOf = ({ member, invited }: Place): string =>
  member ? member.user.email : invited.email
