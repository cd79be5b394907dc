import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { confirmPassword } from '#core/users/account/confirm_password'
import { mobileNumber } from '#core/users/account/mobile_number'
import { ownKeys } from '#core/users/account/own_account'
import { unknownFactor } from '#core/users/errors'
import { tellLocked } from '#core/users/actions/tell_locked'
import { limitAttempts } from '#core/users/limits/sign_in_limits'
import Authenticator from '#core/users/models/authenticator'
import type User from '#core/users/models/user'
import { maskedNumber } from '#core/users/second_factor/method'
import { sendCode } from '#core/users/second_factor/send_code'
import {
  beginAuthenticator,
  confirmAuthenticator,
  factorAdded,
  factorRemoved,
} from '#core/users/second_factor/set_up_authenticator'
import { useCode } from '#core/users/second_factor/use_code'
import {
  authenticatorValidator,
  confirmationValidator,
  mobileValidator,
} from '#core/users/validators/account'
import { codeValidator } from '#core/users/validators/second_factor'

/** A person's second factors beside e-mail, which is always one. */
export default class FactorsController {
  async sendToMobile(ctx: HttpContext) {
    const { mobile, password } = await ctx.request.validateUsing(mobileValidator)
    const user = await confirmed(ctx, password)
    const to = mobileNumber(mobile)
    const sent = await sendCode({ user, purpose: 'mobile', channel: 'sms', to })
    return ctx.response.json({ shown: maskedNumber(to), ...sent })
  }

  async verifyMobile(ctx: HttpContext) {
    const { request, response } = ctx
    const { code } = await request.validateUsing(codeValidator)
    const user = await ownKeys(ctx)
    const mobile = await counted(user, request.ip(), () => useCode(user.id, 'mobile', code))
    await user.merge({ mobile, mobileConfirmedAt: DateTime.utc() }).save()
    await factorAdded(user, 'sms', maskedNumber(mobile), request.ip())
    return response.noContent()
  }

  async removeMobile(ctx: HttpContext) {
    const { password } = await ctx.request.validateUsing(confirmationValidator)
    const user = await confirmed(ctx, password)
    const { mobile } = user
    await user.merge({ mobile: null, mobileConfirmedAt: null }).save()
    if (mobile) await factorRemoved(user, 'sms', maskedNumber(mobile), ctx.request.ip())
    return ctx.response.noContent()
  }

  async addAuthenticator(ctx: HttpContext) {
    const { name, password } = await ctx.request.validateUsing(authenticatorValidator)
    const user = await confirmed(ctx, password)
    return ctx.response.status(201).json(await beginAuthenticator(user, name ?? ''))
  }

  async verifyAuthenticator(ctx: HttpContext) {
    const { request, response, params } = ctx
    const { code } = await request.validateUsing(codeValidator)
    const user = await ownKeys(ctx)
    const authenticator = await Authenticator.query()
      .where({ id: Number(params.id) || 0, userId: user.id })
      .whereNull('confirmedAt')
      .first()
    if (!authenticator) throw unknownFactor()
    await counted(user, request.ip(), () =>
      confirmAuthenticator(user, authenticator, code, request.ip())
    )
    return response.noContent()
  }

  async removeAuthenticator(ctx: HttpContext) {
    const { request, response, params } = ctx
    const { password } = await request.validateUsing(confirmationValidator)
    const user = await confirmed(ctx, password)
    const authenticator = await Authenticator.query()
      .where({ id: Number(params.id) || 0, userId: user.id })
      .first()
    if (!authenticator) throw unknownFactor()
    await authenticator.delete()
    await factorRemoved(user, 'authenticator', authenticator.name, request.ip())
    return response.noContent()
  }
}

async function confirmed(ctx: HttpContext, password: string): Promise<User> {
  const user = await ownKeys(ctx)
  await confirmPassword(user, password, ctx.request.ip())
  return user
}

/** Guesses at codes are counted with those at passwords. */
const counted = <T>(user: User, address: string, use: () => Promise<T>): Promise<T> =>
  limitAttempts({ email: user.email, address }, use, (closing) =>
    tellLocked(user, closing, address)
  )
