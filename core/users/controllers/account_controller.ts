import type { HttpContext } from '@adonisjs/core/http'
import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { checkedZone } from '#core/customers/zone'
import { accountInfo } from '#core/users/account/account_info'
import { confirmPassword } from '#core/users/account/confirm_password'
import { ownAccount, ownKeys } from '#core/users/account/own_account'
import { noMobile } from '#core/users/errors'
import { tellUser } from '#core/users/actions/tell_user'
import { CHOSEN_PASSWORD_LENGTH, hashPassword } from '#core/users/password'
import { endSessions } from '#core/users/sessions/end_sessions'
import { BEFORE } from '#core/users/sessions/session_key'
import { accountValidator, passwordChangeValidator } from '#core/users/validators/account'

/** My account: what it is called and how it is shown, and its password. */
export default class AccountController {
  async show(ctx: HttpContext) {
    return ctx.response.json(await shown(ctx))
  }

  async update(ctx: HttpContext) {
    const { name, startPage, language, zone, notifiedBy } =
      await ctx.request.validateUsing(accountValidator)
    const user = await ownKeys(ctx)
    if (notifiedBy === 'sms' && !user.mobileConfirmedAt) throw noMobile()
    await user
      .merge({
        ...(name && { name }),
        ...(language && { language }),
        ...(notifiedBy && { notifiedBy }),
        ...(startPage !== undefined && { startPage }),
        ...(zone !== undefined && { zone: zone && checkedZone(zone) }),
      })
      .save()
    return ctx.response.json(await shown(ctx))
  }

  async password(ctx: HttpContext) {
    const { request, response, liveSession } = ctx
    const { current, password } = await request.validateUsing(passwordChangeValidator)
    const user = await ownKeys(ctx)
    await confirmPassword(user, current, request.ip(), 'current')
    await user.merge({ password: await hashPassword(password, CHOSEN_PASSWORD_LENGTH) }).save()
    await endSessions(user.id, liveSession)
    await recordOfPerson(user.id, {
      actorId: user.id,
      action: 'password.changed',
      subject: user.email,
      details: { by: 'password' },
      address: request.ip(),
    })
    await tellUser(user, 'passwordChanged')
    return response.noContent()
  }
}

async function shown(ctx: HttpContext) {
  const before = ctx.session.get(BEFORE) as Record<string, unknown> | undefined
  return { ...(await accountInfo(ownAccount(ctx), ctx.reader)), ...before }
}
