import { DateTime } from 'luxon'
import { demandAnother } from '#core/customers/actions/save_place'
import type { Person } from '#core/customers/people'
import { forgiveAccount } from '#core/users/limits/sign_in_limits'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

/** Keeps a person out of the customer from now on, also where they are signed in. Throws `E_LAST_ADMINISTRATOR`. */
export const lockPerson = ({ user, membership }: Person): Promise<void> =>
  writeTransaction(async (client) => {
    await demandAnother(membership, user.email, client)
    await client
      .from('memberships')
      .where('id', membership.id)
      .update({ locked_at: momentText(DateTime.utc()) })
  })

/** Lets a person in again, whoever or whatever locked them. */
export async function unlockPerson({ user, membership }: Person): Promise<void> {
  await membership.merge({ lockedAt: null }).save()
  await forgiveAccount(user.email)
  await user.merge({ failedSignIns: 0 }).save()
}
