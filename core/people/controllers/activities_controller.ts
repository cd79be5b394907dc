import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'
import { activityOf } from '#core/audit_log/queries/activity_of'
import { type People, personOf } from '#core/people/people'
import { requestLocale } from '#core/http/request_locale'

const MOST = 200

/** What a user has done in the customer, the newest first. */
export default class ActivitiesController {
  protected only: People['only'] = undefined

  async index(ctx: HttpContext) {
    const { user } = await personOf(ctx, this.only)
    const i18n = i18nManager.locale(requestLocale(ctx))
    const entries = await activityOf(ctx.reader.customerId, user.id, MOST)
    return ctx.response.json({
      entries: entries.map((entry) => ({
        ...entry,
        actionLabel: i18n.t(`audit.action.${entry.action}`),
      })),
    })
  }
}
