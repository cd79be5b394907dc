import { wrongPassword } from '#core/users/errors'
import { tellLocked } from '#core/users/actions/tell_locked'
import { limitAttempts } from '#core/users/limits/sign_in_limits'
import type User from '#core/users/models/user'
import { isPassword } from '#core/users/password'

/**
 * Asks a person who is signed in for their password again: whoever found an open browser does not
 * know it. A wrong one counts as a failed sign-in. Throws `E_WRONG_PASSWORD` and `E_TOO_MANY_SIGN_INS`.
 */
export async function confirmPassword(
  user: User,
  password: string,
  address: string,
  field = 'password'
): Promise<void> {
  const { email } = user
  await limitAttempts(
    { email, address },
    async () => {
      if (!(await isPassword(user, password))) throw wrongPassword(field)
    },
    (closing) => tellLocked(user, closing, address)
  )
}
