import logger from '@adonisjs/core/services/logger'
import { record } from '#core/audit/actions/record'
import type { ModuleAction } from '#core/audit/audit_action'
import { writeOwnEvents } from '#core/collection/actions/write_own_events'
import type { ModulePlugin } from '#core/contracts/module'
import type { CustomerTools, ModuleReader, ModuleTools } from '#core/contracts/module_tools'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import { openedSettings } from '#core/customers/opened_settings'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import { getCustomer } from '#core/customers/queries/get_customer'
import { giveBackTurn, takeTurn } from '#core/http/take_turn'
import { startJob } from '#core/jobs/actions/start_job'
import { jobKind } from '#core/jobs/known_jobs'
import { listSeenObjects } from '#core/measurement_objects/queries/list_seen_objects'
import { agentTools } from '#core/modules/agent_tools'
import { approveDevice } from '#core/modules/devices/approve_device'
import { lookAtDevice } from '#core/modules/devices/look_at_device'
import { endLinks, giveLink } from '#core/modules/actions/give_link'
import { channelUse } from '#core/modules/channel_use'
import { tellUser } from '#core/modules/actions/tell_user'
import { moduleReader, readerBehind } from '#core/modules/module_readers'
import { heldWidgets } from '#core/modules/queries/held_widgets'
import { peopleNames } from '#core/modules/queries/people_names'
import { describeLive } from '#core/modules/queries/describe_live'
import { tableRows } from '#core/modules/rows'
import { findReader } from '#core/permissions/read_rights'
import { questionHub } from '#core/questions/hub_in_use'
import { openStreams } from '#core/questions/stream/streams_in_use'
import { listReportTypes } from '#core/reports/queries/list_report_types'
import { runReport } from '#core/reports/run_report'
import { reportQueryRequest } from '#core/reports/validators/report_request'
import { toReportQuery } from '#core/reports/validators/to_report_query'
import { writeTransaction } from '#database/write_transaction'

/** What a module can do, customer by customer. */
export const moduleTools = (module: ModulePlugin): ModuleTools => ({
  customer: (id) => customerTools(module, id),
})

class NoTurn extends Error {}

/** All that a module can do for one customer. */
export function customerTools(module: ModulePlugin, id: number): CustomerTools {
  const { key, prefix } = module
  const place = { prefix, customerId: id }
  const behind = (reader: ModuleReader) => readerBehind(reader, id)
  return {
    id,
    async about() {
      const { slug, name, zone, language } = await getCustomer(id)
      return { slug, name, zone, language }
    },
    now: () => new Date(),
    log: (text) => logger.info({ module: key, customer: id }, text),
    async settings() {
      const given = await CustomerPlugin.findBy({ customerId: id, plugin: key })
      return openedSettings(module.settings ?? {}, given?.settings)
    },
    rows: (table) => tableRows(place, table),
    transaction: (work) =>
      writeTransaction((client) => work((table) => tableRows(place, table, client))),
    facts: {
      write: (events, objects = []) =>
        writeOwnEvents({ customerId: id, source: key, events, objects }),
    },
    people: (ids) => peopleNames(id, ids),
    widgets: (locale = 'en') => heldWidgets(id, locale),
    reportTypes: (reader, locale) => listReportTypes(behind(reader), locale),
    live: (locale) => describeLive(id, locale),
    async objects(reader, ids) {
      return listSeenObjects(behind(reader), await enabledSources(id), ids)
    },
    async report(request, reader, locale = 'en') {
      const asked = await reportQueryRequest.validate(request)
      return runReport(toReportQuery(asked, locale), behind(reader))
    },
    ask: (questions, reader) => questionHub().ask(questions, behind(reader)),
    refreshStreams: () => openStreams().refresh(key, id),
    async job(name, payload, by, title) {
      const { userId, actor } = behind(by)
      const owner = { customerId: id, userId, actorId: actor?.userId ?? null, title }
      const job = await startJob(jobKind(`${key}.${name}`), payload, owner)
      return job.id
    },
    async audit({ action, by, subject, details }) {
      if (!Object.hasOwn(module.audit ?? {}, action)) {
        throw new Error(`The module "${key}" declares no audit action "${action}".`)
      }
      const reader = by && behind(by)
      await record({
        customerId: id,
        actorId: reader && (reader.actor?.userId ?? reader.userId),
        actingForId: reader?.actor ? reader.userId : null,
        action: `${key}.${action}` as ModuleAction,
        ...(subject !== undefined && { subject }),
        ...(details && { details }),
      })
    },
    channel: (channel) => channelUse(channel, id),
    tell: (userId, words) => tellUser(id, userId, words),
    link: (path, subject, until) => giveLink({ module, customerId: id, path, subject, until }),
    endLinks: (subject) => endLinks({ module: key, customerId: id, subject }),
    async readerOf(userId) {
      const reader = await findReader(userId, id)
      if (!reader || reader.role === 'operator') return null
      return moduleReader(key, { ...reader, operates: false })
    },
    takeTurn: (what, { most, minutes }) =>
      takeTurn(`${key}:${id}:${what}`, {
        most,
        every: `${minutes} min`,
        givenBack: true,
        refusal: () => new NoTurn(),
      })
        .then(() => true)
        .catch((error: unknown) => {
          if (error instanceof NoTurn) return false
          throw error
        }),
    giveBackTurn: (what, { most, minutes }) =>
      giveBackTurn(`${key}:${id}:${what}`, { most, every: `${minutes} min` }),
    agents: agentTools(id),
    devices: {
      look: (code, by) => lookAtDevice({ module: key, code, userId: behind(by).userId }),
      approve: (wish) => approveDevice({ module: key, customerId: id, ...wish }),
    },
  }
}
