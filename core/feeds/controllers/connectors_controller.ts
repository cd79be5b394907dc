import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { changeConnector, rotateToken } from '#core/feeds/actions/change_connector'
import { createConnector } from '#core/feeds/actions/create_connector'
import { connectorPeriods, mostOfPeriod } from '#core/feeds/connector_period'
import { presentConnector, presentKind } from '#core/feeds/present_connector'
import { enabledConnectors } from '#core/feeds/queries/enabled_connectors'
import { connectorsOf, findConnector } from '#core/feeds/queries/find_connector'
import { connectorOrders, listConnectors } from '#core/feeds/queries/list_connectors'
import { ownGuide } from '#core/feeds/queries/own_guide'
import { pullsOf } from '#core/feeds/queries/pulls_of'
import { changedConnector, newConnector } from '#core/feeds/validators/connector'
import type Connector from '#core/feeds/models/connector'
import { listWish } from '#core/http/list_wish'
import { requestLocale } from '#core/http/request_locale'
import { can } from '#core/permissions/can'
import type { Reader } from '#core/permissions/reader'
import { demandCalls } from '#core/saved_reports/demand_calls'
import { noSpecificationToSend } from '#core/saved_reports/errors'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { ownerRights } from '#core/saved_reports/owner_rights'
import { type Owner, findOwners } from '#core/saved_reports/queries/find_owners'
import { findSavedReport } from '#core/saved_reports/queries/find_saved_report'

/** The connectors of a saved report, for whoever may change it. */
export default class ConnectorsController {
  async index(ctx: HttpContext) {
    const locale = requestLocale(ctx)
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    const connectors = await connectorsOf(saved)
    const kinds = await enabledConnectors(saved.customerId)
    return ctx.response.json({
      connectors: await Promise.all(
        connectors.map((one) => presentConnector(one, saved, { reader: ctx.reader, locale }))
      ),
      kinds: kinds.map((plugin) => presentKind(plugin, locale)),
      periods: connectorPeriods.map((key) => ({ key, most: mostOfPeriod(key) ?? null })),
    })
  }

  /** Those of all saved reports that the reader may change. */
  async overview(ctx: HttpContext) {
    const { reader } = ctx
    const { rows, ...counts } = await listConnectors(reader, {
      everybodys: ctx.request.qs().all === 'true',
      wish: await listWish(ctx, connectorOrders),
    })
    const ownerOf = await findOwners(
      reader.customerId,
      rows.map(({ saved }) => saved)
    )
    const connectors = await Promise.all(
      rows.map(async ({ connector, saved }) => ({
        ...(await presented(ctx, connector, saved)),
        savedReport: { id: saved.id, name: saved.name, report: saved.query.report },
        owner: nameOf(ownerOf(saved)),
      }))
    )
    return ctx.response.json({ connectors, ...counts })
  }

  async store(ctx: HttpContext) {
    const saved = await findSavedReport(ctx.reader, ctx.params.id)
    const { kind, ...choices } = await ctx.request.validateUsing(newConnector)
    if (choices.specification) await demandGivenCalls(saved, ctx.reader)
    const { connector, token } = await createConnector(saved, kind, choices)
    await recordLink(ctx, 'link.created', saved.name, { connector: connector.id, kind })
    return ctx.response.status(201).json({
      connector: await presented(ctx, connector, saved),
      token: token ?? null,
    })
  }

  async update(ctx: HttpContext) {
    const { saved, connector } = await found(ctx)
    const choices = await ctx.request.validateUsing(changedConnector)
    if (choices.specification) {
      await (connector.specification ? demandCalls : demandGivenCalls)(saved, ctx.reader)
    }
    const token = await changeConnector(connector, choices)
    await recordLink(ctx, 'link.changed', saved.name, {
      ...{ connector: connector.id, ...choices },
      origins: choices.origins?.join(', ') ?? null,
    })
    return ctx.response.json({
      connector: await presented(ctx, connector, saved),
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
    if (connector.specification) await demandCalls(saved, ctx.reader)
    const token = await rotateToken(connector)
    await recordLink(ctx, 'link.changed', saved.name, { connector: connector.id, rotated: true })
    return ctx.response.json({
      connector: await presented(ctx, connector, saved),
      token,
    })
  }

  async pulls(ctx: HttpContext) {
    const { connector } = await found(ctx)
    return ctx.response.json({ pulls: await pullsOf(connector) })
  }

  async guide(ctx: HttpContext) {
    const { saved, connector } = await found(ctx)
    if (connector.specification) await demandCalls(saved, ctx.reader)
    return ctx.response.json(await ownGuide(connector, saved, requestLocale(ctx)))
  }
}

const nameOf = ({ name, email }: Owner) => ({ name, email })

async function found({ reader, params }: HttpContext) {
  const saved = await findSavedReport(reader, params.id)
  return { saved, connector: await findConnector(saved, params.connector) }
}

/** Calls are given by who may open them, with the rights of an owner who may. */
async function demandGivenCalls(saved: SavedReport, reader: Reader) {
  await demandCalls(saved, reader)
  const owner = await ownerRights(saved, reader)
  if (!can(owner, 'specifications.open')) throw noSpecificationToSend()
}

const presented = (ctx: HttpContext, connector: Connector, saved: SavedReport) =>
  presentConnector(connector, saved, { reader: ctx.reader, locale: requestLocale(ctx) })

const recordLink = (
  ctx: HttpContext,
  action: 'link.created' | 'link.changed' | 'link.revoked',
  subject: string,
  details: Record<string, string | number | boolean | null>
) => recordOf(ctx, { action, subject, details })
