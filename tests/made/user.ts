import { randomBytes } from 'node:crypto'
import type Customer from '#core/customers/models/customer'
import { type NewUser, createUser } from '#core/users/actions/create_user'
import type User from '#core/users/models/user'

export const PASSWORD = 'a password of the tests'

/** A person in the customer, who signs in with `PASSWORD` and sees nothing unless the values say so. */
export async function madeUser(
  customer: Customer,
  values: Partial<Omit<NewUser, 'customer'>> = {}
): Promise<User> {
  const { user } = await createUser({
    customer: customer.slug,
    email: `person-${randomBytes(6).toString('hex')}@nordvik.example`,
    name: 'Anna Öberg',
    administrator: false,
    seesEverything: false,
    password: PASSWORD,
    ...values,
  })
  return user
}
