import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { abortWithRequest } from '#core/http/abort_with_request'
import { requestLocale } from '#core/http/request_locale'
import { runJourney } from '#core/reports/run_journey'
import { journeyRequest } from '#core/reports/validators/report_request'

/** One call over all its legs. */
export default class JourneysController {
  async store(ctx: HttpContext) {
    const place = await ctx.request.validateUsing(journeyRequest)
    const signal = abortWithRequest(ctx)
    const journey = await runJourney(place, ctx.reader, { locale: requestLocale(ctx), signal })
    await recordOf(ctx, {
      action: 'call.opened',
      subject: journey.title,
      details: { report: place.report, call: place.call, at: place.at },
    })
    return ctx.response.json(journey)
  }
}
