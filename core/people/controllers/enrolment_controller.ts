import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { ownersAlone } from '#core/people/errors'
import { personOf } from '#core/people/people'
import { ownAccount } from '#core/users/account/own_account'
import { sendEnrolment } from '#core/users/actions/send_enrolment'
import { limitAttempts } from '#core/users/limits/sign_in_limits'
import Authenticator from '#core/users/models/authenticator'
import { findLink } from '#core/users/one_time_links/find_link'
import { belongsOnlyTo } from '#core/users/queries/belongs_only_to'
import { useLink } from '#core/users/one_time_links/use_link'
import {
  beginAuthenticator,
  confirmAuthenticator,
} from '#core/users/second_factor/set_up_authenticator'
import { codeValidator } from '#core/users/validators/second_factor'
import { writeTransaction } from '#database/write_transaction'

/** A link by which a person sets an app up, sent by an administrator who never sees the key. */
export default class EnrolmentController {
  async store(ctx: HttpContext) {
    const { user } = await personOf(ctx)
    // An app opens all of a person's customers: one of several has no say in it.
    if (!(await belongsOnlyTo(user.id, ctx.reader.customerId))) {
      throw ownersAlone(user.email, 'secondFactor')
    }
    await sendEnrolment(user, ownAccount(ctx))
    await recordOf(ctx, { action: 'secondFactor.enrolmentSent', subject: user.email })
    return ctx.response.noContent()
  }

  async show({ params, response }: HttpContext) {
    const { user } = await findLink(String(params.token), 'enrolment')
    return response.json({ email: user.email, name: user.name })
  }

  async begin({ params, response }: HttpContext) {
    const { user } = await findLink(String(params.token), 'enrolment')
    const { key, uri, svg } = await beginAuthenticator(user, '')
    return response.json({ key, uri, svg })
  }

  async verify({ params, request, response }: HttpContext) {
    const { code } = await request.validateUsing(codeValidator)
    const { link, user } = await findLink(String(params.token), 'enrolment')
    const authenticator = await Authenticator.query()
      .where('userId', user.id)
      .whereNull('confirmedAt')
      .first()
    const address = request.ip()
    await limitAttempts({ email: user.email, address }, () =>
      confirmAuthenticator(user, authenticator, code, address)
    )
    await writeTransaction((client) => useLink(client, link.id))
    return response.noContent()
  }
}
