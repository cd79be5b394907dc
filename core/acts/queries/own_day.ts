import type { AgentObject, AgentTools } from '#core/contracts/agent_tools'
import { getCustomer } from '#core/customers/queries/get_customer'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import type { Reader } from '#core/permissions/reader'
import { registry } from '#core/plugins/registry'
import { runReport } from '#core/reports/run_report'
import { reportQueryRequest } from '#core/reports/validators/report_request'
import { toReportQuery } from '#core/reports/validators/to_report_query'
import { DateTime } from 'luxon'

/** Figures of an agent's day so far. The reader sees this one object and no call of anybody. */
export async function ownDay(
  customerId: number,
  agent: AgentObject,
  locale: string
): ReturnType<AgentTools['day']> {
  const source = registry()
    .platforms()
    .find(({ key }) => key === agent.source)
  const day = source?.presence?.day
  const object = await MeasurementObject.query().where({ id: agent.objectId, customerId }).first()
  if (!day || !object) return null
  const { zone } = await getCustomer(customerId)
  const reader: Reader = {
    customerId,
    userId: agent.userId,
    role: 'user',
    zone,
    objectIds: new Set([object.id]),
    callSpecification: false,
    personalFields: false,
  }
  const today = DateTime.now().setZone(zone).toISODate()
  const asked = await reportQueryRequest.validate({
    report: day.report,
    period: { from: today, to: today },
    interval: 'period',
    grouping: 'object',
    objects: [object.publicKey],
    columns: [...day.columns],
  })
  const document = await runReport(toReportQuery(asked, locale), reader)
  const [table] = document.intervals
  if (!table) return null
  const { columns, total = {} } = table
  return columns
    .filter(({ key }) => day.columns.includes(key))
    .map(({ key, label, unit }) => ({ key, label, unit, value: total[key] ?? null }))
}
