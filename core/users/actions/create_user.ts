import { DateTime } from 'luxon'
import type Customer from '#core/customers/models/customer'
import { findCustomer } from '#core/customers/queries/find_customer'
import { signInLink } from '#core/customers/queries/sign_in_link'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'
import { findGroupIds } from '#core/measurement_objects/queries/find_group_ids'
import { findObjectIds } from '#core/measurement_objects/queries/find_object_ids'
import { tellUser } from '#core/users/actions/tell_user'
import { checkedEmail } from '#core/users/email_address'
import { knownUser, otherPassword } from '#core/users/errors'
import { checkedLanguage } from '#core/customers/language'
import Membership from '#core/users/models/membership'
import User from '#core/users/models/user'
import { SET_PASSWORD_LENGTH, hashPassword, isPassword } from '#core/users/password'
import { findUser } from '#core/users/queries/find_user'
import { writeTransaction } from '#database/write_transaction'

/** A person to be added to a customer. `objects` are public keys or `point:identifier`, `groups` names. */
export interface NewUser {
  customer: string
  email: string
  name: string
  administrator: boolean
  /** An outsider, limited to what they are given. */
  customerUser?: boolean
  seesEverything: boolean
  callSpecification?: boolean
  language?: string
  objects?: readonly string[]
  groups?: readonly string[]
  /** Set for them, or the one that their account has. Null for a new account whose owner chooses one by invitation. */
  password: string | null
}

/**
 * Adds a person to a customer at once: a new account, or one more customer for an account whose
 * password is known, which then keeps its name and language. From the command line only: everybody else
 * invites. Throws a sentence for a customer, object or group that is not there, an address that cannot
 * be and another password.
 */
export async function createUser(input: NewUser): Promise<{ user: User; customer: Customer }> {
  const email = checkedEmail(input.email)
  const customer = await findCustomer(input.customer)
  const known = await findUser(email)
  if (known && (await isMember(known, customer))) throw knownUser(email, customer.slug)
  const password = await passwordOf(known, input.password)
  const user = await keep(known, customer, { ...input, email, password })
  if (known?.password) await tellAdded(user, customer)
  return { user, customer }
}

async function tellAdded(user: User, { id, name }: Customer) {
  const { link } = await signInLink(id)
  await tellUser(user, 'added', { customer: name, link })
}

const isMember = (user: User, customer: Customer) =>
  Membership.findBy({ userId: user.id, customerId: customer.id })

/** The hash to keep: of the password given, or of the one that the account has and that stays. */
async function passwordOf(known: User | null, password: string | null): Promise<string | null> {
  if (password === null) {
    if (known) throw otherPassword(known.email)
    return null
  }
  if (!known?.password) return hashPassword(password, SET_PASSWORD_LENGTH)
  if (!(await isPassword(known, password))) throw otherPassword(known.email)
  return known.password
}

async function keep(known: User | null, customer: Customer, input: NewUser): Promise<User> {
  const language = checkedLanguage(input.language ?? customer.language)
  const objectIds = await findObjectIds(customer.id, input.objects ?? [])
  const groupIds = await findGroupIds(customer.id, input.groups ?? [])
  const { email, password } = input
  const name = input.name.trim() || email
  return writeTransaction(async (client) => {
    const user = known
      ? await User.findOrFail(known.id, { client })
      : await User.create({ email, name, language, createdAt: DateTime.utc() }, { client })
    await user.merge({ password }).save()
    const membership = await Membership.create(
      {
        customerId: customer.id,
        userId: user.id,
        role: roleOf(input),
        seesEverything: input.seesEverything,
        callSpecification: input.callSpecification ?? true,
      },
      { client }
    )
    await client.from('membership_invitations').where({ customer_id: customer.id, email }).delete()
    const assigned = { customerId: customer.id, membershipId: membership.id, objectIds, groupIds }
    await assignObjects(assigned, client)
    return user
  })
}

const roleOf = ({
  administrator,
  customerUser,
}: Pick<NewUser, 'administrator' | 'customerUser'>) =>
  customerUser ? 'customerUser' : administrator ? 'administrator' : 'user'
