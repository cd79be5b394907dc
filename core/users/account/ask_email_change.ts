import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { tellUser } from '#core/users/actions/tell_user'
import { badEmail } from '#core/users/errors'
import OneTimeLink from '#core/users/models/one_time_link'
import type User from '#core/users/models/user'
import { createLink } from '#core/users/one_time_links/create_link'
import { momentText } from '#database/columns'

const LIFE = { hours: 24 }

/**
 * Mails links to both addresses of a person who wants another: it is changed when both were opened.
 * Whether the new one is somebody's is not told before its owner has opened theirs. Throws `E_BAD_EMAIL`.
 */
export async function askEmailChange(user: User, text: string): Promise<void> {
  const newEmail = anotherEmail(user, text)
  await forgetEmailChange(user.id)
  const wish = randomUUID()
  const link = (side: 'old' | 'new') =>
    createLink({
      userId: user.id,
      purpose: 'emailChange',
      path: '/email-change',
      life: LIFE,
      details: { wish, side, newEmail },
    })
  await tellUser(user, 'emailChange', { newEmail, link: await link('old') })
  await tellUser(user, 'emailChangeNew', { link: await link('new') }, newEmail)
}

/** Another address than the person has. Throws `E_BAD_EMAIL`. */
export function anotherEmail(user: User, text: string): string {
  const newEmail = text.trim().toLowerCase()
  const isAddress = newEmail.length <= 191 && /^[^\s@<>",;:()]+@[^\s@<>",;:()]+$/.test(newEmail)
  if (!isAddress || newEmail === user.email) throw badEmail(text)
  return newEmail
}

/** Takes the wish for another address back, whoever had it. */
export async function forgetEmailChange(userId: number): Promise<void> {
  await OneTimeLink.query()
    .where({ userId, purpose: 'emailChange' })
    .whereNull('usedAt')
    .update({ expires_at: momentText(DateTime.utc()) })
}
