import i18nManager from '@adonisjs/i18n/services/main'
import { DateTime } from 'luxon'
import type Customer from '#core/customers/models/customer'
import { addressesOf } from '#core/customers/queries/addresses_of'
import { signInLink } from '#core/customers/queries/sign_in_link'
import { withoutLinks } from '#core/messages/without_links'
import { sendMessage } from '#core/messages/send_message'
import type { Right } from '#core/permissions/right'
import type { SentInvitation } from '#core/users/actions/invite_user'
import { checkedEmail } from '#core/users/email_address'
import { alreadyInvited, knownUser } from '#core/users/errors'
import { checkedLanguage } from '#core/customers/language'
import Membership from '#core/users/models/membership'
import MembershipInvitation from '#core/users/models/membership_invitation'
import { findUser } from '#core/users/queries/find_user'
import { hashSecret, newSecret } from '#core/users/secret'

const LIFE = { days: 7 }

/** A place in a customer that is offered to an address. */
export interface OfferedPlace {
  email: string
  /** What the customer calls the person. */
  name?: string
  /** Of the email, where the address has no account. */
  language?: string
  /** Of the person's moments in the customer. */
  zone?: string | null
  role: Membership['role']
  seesEverything?: boolean
  seesEverythingUntil?: DateTime | null
  callSpecification?: boolean
  rights?: readonly Right[]
  assignment?: MembershipInvitation['assignment']
  byOperator?: boolean
}

/**
 * Offers an address a place in a customer and mails the link by which it is accepted. Whether the address has an account
 * shows in nothing but the email. Throws `E_BAD_EMAIL`, `E_KNOWN_USER` for a member and
 * `E_ALREADY_INVITED`.
 */
export async function inviteMember(
  customer: Customer,
  place: OfferedPlace
): Promise<{ invitation: MembershipInvitation; sent: SentInvitation }> {
  const email = checkedEmail(place.email)
  await demandNew(email, customer)
  const token = newSecret()
  const invitation = await MembershipInvitation.create({
    customerId: customer.id,
    email,
    name: place.name?.trim() ?? '',
    language: checkedLanguage(place.language ?? customer.language),
    zone: place.zone ?? null,
    role: place.role,
    seesEverything: place.seesEverything ?? false,
    seesEverythingUntil: place.seesEverythingUntil ?? null,
    callSpecification: place.callSpecification ?? false,
    rights: [...(place.rights ?? [])],
    assignment: place.assignment ?? { objects: [], groups: [], points: [] },
    byOperator: place.byOperator ?? false,
    createdAt: DateTime.utc(),
    ...validity(token),
  })
  return { invitation, sent: await mailed(invitation, customer, token) }
}

/**
 * Offers the place to another address instead, where the customer mistyped it or the person has another.
 * The link before it no longer works. Throws as `inviteMember`.
 */
export async function inviteMemberElsewhere(
  invitation: MembershipInvitation,
  typed: string,
  customer: Customer
): Promise<SentInvitation> {
  const email = checkedEmail(typed)
  await demandNew(email, customer)
  await invitation.merge({ email }).save()
  return inviteMemberAgain(invitation, customer)
}

async function demandNew(email: string, customer: Customer): Promise<void> {
  const user = await findUser(email)
  if (user && (await Membership.findBy({ userId: user.id, customerId: customer.id }))) {
    throw knownUser(email, customer.slug)
  }
  if (await MembershipInvitation.findBy({ customerId: customer.id, email })) {
    throw alreadyInvited(email)
  }
}

/** Mails a new link; the one before it no longer works. */
export async function inviteMemberAgain(
  invitation: MembershipInvitation,
  customer: Customer
): Promise<SentInvitation> {
  const token = newSecret()
  await invitation.merge(validity(token)).save()
  return mailed(invitation, customer, token)
}

const validity = (token: string) => ({
  tokenHash: hashSecret(token),
  expiresAt: DateTime.utc().plus(LIFE),
})

async function mailed(
  invitation: MembershipInvitation,
  customer: Customer,
  token: string
): Promise<SentInvitation> {
  const { email, expiresAt } = invitation
  const user = await findUser(email)
  const i18n = i18nManager.locale(user?.language ?? invitation.language)
  const login = await signInLink(customer.id)
  const addresses = await addressesOf(customer.id)
  const link = addresses(`/invitation/${token}`)
  const words = {
    name: user?.name ?? (withoutLinks(invitation.name) || email),
    customer: customer.name,
    link,
    days: LIFE.days,
    branded: login.branded ? 'yes' : 'no',
    login: login.link,
  }
  const notice = user ? 'membership' : 'invitation'
  try {
    await sendMessage({
      channel: 'email',
      to: email,
      subject: i18n.t(`users.${notice}.subject`, words),
      text: i18n.t(`users.${notice}.text`, words),
      customerId: customer.id,
    })
    return { link, expiresAt, problem: null }
  } catch (error) {
    const { cause, message } = error as Error
    return { link, expiresAt, problem: cause instanceof Error ? cause.message : message }
  }
}
