import type { HttpContext } from '@adonisjs/core/http'
import { unknownPerson } from '#core/customers/errors'
import type { Reader } from '#core/permissions/reader'
import Membership from '#core/users/models/membership'
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

/** The person that an address names. */
export const personOf = ({ reader, params }: HttpContext, only?: People['only']) =>
  findPerson({ reader, ...(only && { only }) }, params.id)
