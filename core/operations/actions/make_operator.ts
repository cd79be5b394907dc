import { DateTime } from 'luxon'
import { checkedEmail } from '#core/users/email_address'
import { type SentInvitation, inviteUser } from '#core/users/actions/invite_user'
import User from '#core/users/models/user'
import { findUser } from '#core/users/queries/find_user'
import { checkedLanguage } from '#core/customers/language'

/**
 * Makes a person one who runs the installation: a new account, which is invited by mail, or one there
 * is. Throws `E_BAD_EMAIL` and `E_UNKNOWN_LANGUAGE`.
 */
export async function makeOperator(input: {
  email: string
  name: string
  language: string
}): Promise<{ user: User; invitation: SentInvitation | null }> {
  const email = checkedEmail(input.email)
  const known = await findUser(email)
  const user =
    known ??
    (await User.create({
      email,
      name: input.name.trim() || email,
      language: checkedLanguage(input.language),
      createdAt: DateTime.utc(),
    }))
  await user.merge({ isOperator: true }).save()
  return {
    user,
    invitation: user.password ? null : await inviteUser(user, { id: null, name: 'Telestat' }),
  }
}
