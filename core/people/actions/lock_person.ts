import { DateTime } from 'luxon'
import { demandAnother } from '#core/people/actions/save_place'
import type { Person } from '#core/people/people'
import { askPasswordReset } from '#core/users/actions/ask_password_reset'
import { forgiveAccount, lockedUntil } from '#core/users/limits/sign_in_limits'
import { belongsOnlyTo } from '#core/users/queries/belongs_only_to'
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

/**
 * Lets a person into the customer again. What keeps them out after failed sign-ins is cleared too where they are a
 * member of this customer alone. For others it protects more than this customer: they are mailed a
 * link by which they clear it themselves. Answers whether nothing keeps them out any more.
 */
export async function unlockPerson(
  { user, membership }: Person,
  address: string
): Promise<{ open: boolean }> {
  await membership.merge({ lockedAt: null }).save()
  if (await belongsOnlyTo(user.id, membership.customerId)) {
    await forgiveAccount(user.email)
    await user.merge({ failedSignIns: 0 }).save()
    return { open: true }
  }
  const locks = await lockedUntil([user.email])
  if (!locks.size) return { open: true }
  await askPasswordReset(user.email, address)
  return { open: false }
}
