import type { HttpContext } from '@adonisjs/core/http'
import { askEmailChange, forgetEmailChange } from '#core/users/account/ask_email_change'
import { confirmEmailChange, findEmailChange } from '#core/users/account/confirm_email_change'
import { confirmPassword } from '#core/users/account/confirm_password'
import { ownKeys } from '#core/users/account/own_account'
import { emailChangeValidator } from '#core/users/validators/account'

/** Another e-mail address, which both the old and the new one say yes to. */
export default class EmailChangeController {
  async store(ctx: HttpContext) {
    const { request, response } = ctx
    const { email, password } = await request.validateUsing(emailChangeValidator)
    const user = await ownKeys(ctx)
    await confirmPassword(user, password, request.ip())
    await askEmailChange(user, email)
    return response.status(202).json({ newEmail: email.trim().toLowerCase() })
  }

  async destroy(ctx: HttpContext) {
    const { id } = await ownKeys(ctx)
    await forgetEmailChange(id)
    return ctx.response.noContent()
  }

  async show({ params, response }: HttpContext) {
    const { user, newEmail, confirmed } = await findEmailChange(String(params.token))
    return response.json({ email: user.email, newEmail, confirmed })
  }

  async update({ params, response }: HttpContext) {
    return response.json(await confirmEmailChange(String(params.token)))
  }
}
