import type { HttpContext } from '@adonisjs/core/http'
import { clientReport } from '#core/api/clients/client_report'
import { clientLanguages } from '#core/api/clients/languages'
import { makeClient } from '#core/api/clients/make_client'
import { noReportGrant, otherSecret } from '#core/api/errors'
import { clientValidator } from '#core/api/validators/client'
import { recordOf } from '#core/audit/actions/record_of'
import { ticketOf } from '#core/people/person_tickets'
import { addressesOf } from '#core/customers/queries/addresses_of'
import { requestLocale } from '#core/http/request_locale'
import { checkedLanguage } from '#core/customers/language'
import { matchesSecret } from '#core/users/secret'

/** Programs to begin an integration with, filled in with a ticket and a report. */
export default class ClientsController {
  index({ response }: HttpContext) {
    return response.json({ languages: clientLanguages.map(({ key, label }) => ({ key, label })) })
  }

  async store(ctx: HttpContext) {
    const ticket = await ticketOf(ctx)
    const wanted = await ctx.request.validateUsing(clientValidator)
    if (!ticket.grants.includes('report')) throw noReportGrant(ticket.name)
    const { secret = '', locale = requestLocale(ctx) } = wanted
    if (secret && !matchesSecret(secret, ticket.secretHash)) throw otherSecret()
    const addresses = await addressesOf(ctx.reader.customerId)
    const zip = await makeClient(wanted.language, {
      url: addresses('/').replace(/\/$/, ''),
      token: ticket.token,
      secret,
      language: checkedLanguage(locale),
      report: await clientReport(ctx.reader, wanted.savedReport),
    })
    await recordOf(ctx, {
      action: 'ticket.client',
      subject: ticket.name,
      details: { token: ticket.token, language: wanted.language, withSecret: secret !== '' },
    })
    ctx.response.header('content-type', 'application/zip')
    ctx.response.header(
      'content-disposition',
      `attachment; filename="telestat-${wanted.language}.zip"`
    )
    ctx.response.header('cache-control', 'no-store')
    return ctx.response.send(Buffer.from(zip))
  }
}
