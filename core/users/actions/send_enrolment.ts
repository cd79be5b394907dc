import { tellUser } from '#core/users/actions/tell_user'
import type User from '#core/users/models/user'
import { createLink } from '#core/users/one_time_links/create_link'
import { ownEnrolment } from '#core/users/errors'

const LIFE = { hours: 1 }

/**
 * Mails a person a link by which they set an app up. Who sends it never sees the link, and may not
 * send it to themselves: an app proves more than a mailbox does. Throws `E_OWN_ENROLMENT`.
 */
export async function sendEnrolment(user: User, by: { id: number; name: string }): Promise<void> {
  if (user.id === by.id) throw ownEnrolment()
  const link = await createLink({
    userId: user.id,
    purpose: 'enrolment',
    path: '/enrolment',
    life: LIFE,
  })
  await tellUser(user, 'enrolment', { by: by.name, link })
}
