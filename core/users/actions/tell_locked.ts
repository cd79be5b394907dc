import { recordOfPerson } from '#core/audit/actions/record_of_person'
import type { Closing } from '#core/users/limits/sign_in_limits'
import type User from '#core/users/models/user'
import { tellUser } from '#core/users/actions/tell_user'

/** Tells a person that their account is closed for a while after too many failures, and writes it down. */
export async function tellLocked(user: User, { until }: Closing, address: string): Promise<void> {
  await recordOfPerson(user.id, {
    actorId: null,
    action: 'signIn.locked',
    subject: user.email,
    details: { until: until.toISO() },
    address,
  })
  const minutes = Math.max(1, Math.ceil(until.diffNow().as('minutes')))
  // How long the mail takes shall not tell that there is somebody to be told.
  void tellUser(user, 'locked', { minutes, address })
}
