import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { errors } from '@adonisjs/limiter'
import { askPasswordReset } from '#core/users/actions/ask_password_reset'
import { resetPassword } from '#core/users/actions/reset_password'
import { tooManySignIns } from '#core/users/errors'
import { findLink } from '#core/users/one_time_links/find_link'
import { passwordResetValidator } from '#core/users/validators/account'
import { invitationValidator } from '#core/users/validators/invitation'

/** A forgotten password. */
export default class PasswordResetController {
  async store({ request, response, logger }: HttpContext) {
    const { email } = await request.validateUsing(passwordResetValidator)
    await demandPatience(request.ip())
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

/** So many mails may be asked for from one address. */
async function demandPatience(address: string) {
  try {
    await limiter.use({ requests: 20, duration: '1 hour' }).consume(`password-reset:${address}`)
  } catch (error) {
    if (error instanceof errors.ThrottleException) throw tooManySignIns(error.response.availableIn)
    throw error
  }
}
