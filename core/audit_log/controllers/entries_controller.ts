import type { HttpContext } from '@adonisjs/core/http'
import { exportEntries } from '#core/audit_log/actions/export_entries'
import { recordOf } from '#core/audit/actions/record_of'
import { type AuditAction, actionLabel, knownActions } from '#core/audit/audit_action'
import { listEntries } from '#core/audit_log/queries/list_entries'
import { auditFilterValidator, auditPageValidator } from '#core/audit_log/validators/audit_filter'
import { enabledModules } from '#core/customers/queries/enabled_modules'
import { getCustomer } from '#core/customers/queries/get_customer'
import { requestLocale } from '#core/http/request_locale'

const USUAL = 100

/** What has been done in a customer. */
export default class EntriesController {
  async index(ctx: HttpContext) {
    const { cursor, limit = USUAL, ...filter } = await auditPageValidator.validate(ctx.request.qs())
    const { id, zone } = await zoned(ctx)
    const found = await listEntries(id, { ...filter, zone }, { cursor, limit: limit + 1 })
    const entries = found.slice(0, limit)
    const locale = requestLocale(ctx)
    const label = (action: AuditAction) => actionLabel(action, locale)
    const actions = knownActions(await enabledModules(id))
    return ctx.response.json({
      entries: entries.map((entry) => ({ ...entry, actionLabel: label(entry.action) })),
      next: found.length > limit ? entries.at(-1)?.position : null,
      actions: actions.map((key) => ({ key, label: label(key) })),
    })
  }

  async export(ctx: HttpContext) {
    const filter = await auditFilterValidator.validate(ctx.request.qs())
    const { id, zone, slug } = await zoned(ctx)
    await recordOf(ctx, { action: 'audit.exported', details: { filtered: Object.keys(filter) } })
    ctx.response.header('content-type', 'text/csv; charset=utf-8')
    ctx.response.header('content-disposition', `attachment; filename="audit-${slug}.csv"`)
    ctx.response.header('cache-control', 'private, no-store')
    return ctx.response.stream(exportEntries(id, { ...filter, zone }, requestLocale(ctx)))
  }
}

/** The customer, and the zone of the reader's own days and moments. */
async function zoned({ reader }: HttpContext) {
  const { id, slug, zone } = await getCustomer(reader.customerId)
  return { id, slug, zone: reader.zone ?? zone }
}
