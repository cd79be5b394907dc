import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type Customer from '#core/customers/models/customer'
import { takeTurn } from '#core/http/take_turn'
import { anotherEmail } from '#core/users/account/ask_email_change'
import { tellUser } from '#core/users/actions/tell_user'
import { tooManyProposals } from '#core/users/errors'
import OneTimeLink from '#core/users/models/one_time_link'
import type User from '#core/users/models/user'
import { createLink } from '#core/users/one_time_links/create_link'
import { momentText } from '#database/columns'

const LIFE = { hours: 24 }
const TURNS = { most: 10, every: '1 hour', refusal: tooManyProposals }

/**
 * Proposes another address for a person's account, for a customer. A link goes to the new address and
 * a notice to the old one. Nothing changes before the person has signed in and confirmed. This
 * customer's proposal before it no longer works. Throws `E_BAD_EMAIL` and `E_TOO_MANY_PROPOSALS`.
 */
export async function proposeEmailChange(
  user: User,
  text: string,
  customer: Pick<Customer, 'id' | 'name'>
): Promise<string> {
  const newEmail = anotherEmail(user, text)
  await takeTurn(`email-proposal:${customer.id}:${user.id}`, TURNS)
  await withdrawProposal(user.id, customer.id)
  const link = await createLink({
    userId: user.id,
    purpose: 'emailChange',
    path: '/email-change',
    customerId: customer.id,
    life: LIFE,
    details: { wish: randomUUID(), side: 'new', newEmail, proposedBy: customer.id },
  })
  const words = { customer: customer.name, newEmail }
  await tellUser(user, 'emailProposed', words)
  await tellUser(user, 'emailProposedNew', { ...words, link }, newEmail)
  return newEmail
}

/** The address that a customer has proposed for a person and that is not confirmed yet, or null. */
export async function proposedEmail(userId: number, customerId: number): Promise<string | null> {
  const [proposal] = await openProposals(userId, customerId)
  return proposal ? String(proposal.details.newEmail) : null
}

/** Withdraws what a customer has proposed; the wishes of the person and of others stay. */
export async function withdrawProposal(userId: number, customerId: number): Promise<void> {
  const proposals = await openProposals(userId, customerId)
  await OneTimeLink.query()
    .whereIn(
      'id',
      proposals.map(({ id }) => id)
    )
    .update({ expires_at: momentText(DateTime.utc()) })
}

async function openProposals(userId: number, customerId: number): Promise<OneTimeLink[]> {
  const links = await OneTimeLink.query()
    .where({ userId, purpose: 'emailChange' })
    .whereNull('usedAt')
    .where('expiresAt', '>', momentText(DateTime.utc()))
    .orderBy('id', 'desc')
  return links.filter(({ details }) => details.proposedBy === customerId)
}
