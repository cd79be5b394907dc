import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { changeConnector, rotateToken } from '#core/feeds/actions/change_connector'
import { createConnector } from '#core/feeds/actions/create_connector'
import { connectorPeriods, mostOfPeriod } from '#core/feeds/connector_period'
import { presentConnector, presentKind } from '#core/feeds/present_connector'
import { enabledConnectors } from '#core/feeds/queries/enabled_connectors'
import { connectorsOf, findConnector } from '#core/feeds/queries/find_connector'
import { ownGuide } from '#core/feeds/queries/own_guide'
import { pullsOf } from '#core/feeds/queries/pulls_of'
import { changedConnector, newConnector } from '#core/feeds/validators/connector'
import { requestLocale } from '#core/http/request_locale'
import { findSavedReport } from '#core/saved_reports/queries/find_saved_report'

/** The connectors of a saved report, for whoever may change it. */
export default class ConnectorsController {
  async index(ctx: HttpContext) {
    const locale = requestLocale(ctx)
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    const connectors = await connectorsOf(saved)
    const kinds = await enabledConnectors(saved.customerId)
    return ctx.response.json({
      connectors: connectors.map((connector) => presentConnector(connector, saved, locale)),
      kinds: kinds.map((plugin) => presentKind(plugin, locale)),
      periods: connectorPeriods.map((key) => ({ key, most: mostOfPeriod(key) ?? null })),
    })
  }

  async store(ctx: HttpContext) {
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    const { kind, ...choices } = await ctx.request.validateUsing(newConnector)
    const { connector, token } = await createConnector(saved, kind, choices)
    await recordLink(ctx, 'link.created', saved.name, { connector: connector.id, kind })
    return ctx.response.status(201).json({
      connector: presentConnector(connector, saved, requestLocale(ctx)),
      token: token ?? null,
    })
  }

  async update(ctx: HttpContext) {
    const { saved, connector } = await found(ctx)
    const choices = await ctx.request.validateUsing(changedConnector)
    const token = await changeConnector(connector, choices)
    await recordLink(ctx, 'link.changed', saved.name, {
      ...{ connector: connector.id, ...choices },
      origins: choices.origins?.join(', ') ?? null,
    })
    return ctx.response.json({
      connector: presentConnector(connector, saved, requestLocale(ctx)),
      token: token ?? null,
    })
  }

  async destroy(ctx: HttpContext) {
    const { saved, connector } = await found(ctx)
    await connector.delete()
    await recordLink(ctx, 'link.revoked', saved.name, { connector: connector.id })
    return ctx.response.noContent()
  }

  async rotate(ctx: HttpContext) {
    const { saved, connector } = await found(ctx)
    const token = await rotateToken(connector)
    await recordLink(ctx, 'link.changed', saved.name, { connector: connector.id, rotated: true })
    return ctx.response.json({
      connector: presentConnector(connector, saved, requestLocale(ctx)),
      token,
    })
  }

  async pulls(ctx: HttpContext) {
    const { connector } = await found(ctx)
    return ctx.response.json({ pulls: await pullsOf(connector) })
  }

  async guide(ctx: HttpContext) {
    const { saved, connector } = await found(ctx)
    return ctx.response.json(await ownGuide(connector, saved, requestLocale(ctx)))
  }
}

async function found({ reader, params }: HttpContext) {
  const saved = await findSavedReport(reader, params.id)
  return { saved, connector: await findConnector(saved, params.connector) }
}

const recordLink = (
  ctx: HttpContext,
  action: 'link.created' | 'link.changed' | 'link.revoked',
  subject: string,
  details: Record<string, string | number | boolean | null>
) => recordOf(ctx, { action, subject, details })
