import type { HttpContext } from '@adonisjs/core/http'
import { getCustomer } from '#core/customers/queries/get_customer'
import { askEmailChange, forgetEmailChange } from '#core/users/account/ask_email_change'
import {
  confirmEmailChange,
  confirmProposedEmail,
  findEmailChange,
} from '#core/users/account/confirm_email_change'
import { confirmPassword } from '#core/users/account/confirm_password'
import { ownKeys } from '#core/users/account/own_account'
import { emailChangeValidator, proposedEmailValidator } from '#core/users/validators/account'

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
    const { user, newEmail, confirmed, proposedBy } = await findEmailChange(String(params.token))
    const proposer = proposedBy && (await getCustomer(Number(proposedBy)))
    return response.json({
      email: user.email,
      newEmail,
      confirmed,
      proposedBy: proposer ? proposer.name : null,
    })
  }

  /** Says yes, signed in, to what an administrator proposed. Who has no password came by their issuer. */
  async accept(ctx: HttpContext) {
    const { request, response, params } = ctx
    const { password = '' } = await request.validateUsing(proposedEmailValidator)
    const user = await ownKeys(ctx)
    if (user.password) await confirmPassword(user, password, request.ip())
    await confirmProposedEmail(String(params.token), user)
    return response.json({ changed: true, confirmed: { old: true, new: true } })
  }

  async update({ params, response }: HttpContext) {
    return response.json(await confirmEmailChange(String(params.token)))
  }
}
