import type { HttpContext } from '@adonisjs/core/http'
import { takeTurn } from '#core/http/take_turn'
import { askPasswordReset } from '#core/users/actions/ask_password_reset'
import { resetPassword } from '#core/users/actions/reset_password'
import { tooManySignIns } from '#core/users/errors'
import { findLink } from '#core/users/one_time_links/find_link'
import { passwordResetValidator } from '#core/users/validators/account'
import { invitationValidator } from '#core/users/validators/invitation'

/** So many mails may be asked for from one address. */
const MAILS = { most: 100, every: '1 hour', refusal: tooManySignIns }

/** A forgotten password. */
export default class PasswordResetController {
  async store({ request, response, logger }: HttpContext) {
    const { email } = await request.validateUsing(passwordResetValidator)
    await takeTurn(`password-reset:${request.ip()}`, MAILS)
    // Neither the answer nor how long it takes tells whether there is an account.
    void askPasswordReset(email, request.ip()).catch((error: unknown) =>
      logger.error({ err: error }, 'A link to a new password could not be made')
    )
    return response.noContent()
  }

  async show({ params, response }: HttpContext) {
    const { user } = await findLink(String(params.token), 'passwordReset')
    return response.json({ email: user.email })
  }

  async update({ params, request, response }: HttpContext) {
    const { password } = await request.validateUsing(invitationValidator)
    await resetPassword(String(params.token), password, request.ip())
    return response.noContent()
  }
}
