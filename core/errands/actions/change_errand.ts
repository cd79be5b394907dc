import { DateTime } from 'luxon'
import { platformErrand, unknownAssignee } from '#core/errands/errors'
import type ErrandReport from '#core/errands/models/errand_report'
import type { ErrandDetails } from '#core/errands/models/errand_report'
import { pushEvents } from '#core/errands/push_events'
import type { FoundErrand } from '#core/errands/queries/find_errand'
import { reportEvents } from '#core/errands/report_events'
import { listMemberAddresses } from '#core/errands/queries/list_member_addresses'

/** What somebody who handles errands changes; what is undefined stays. */
export interface ErrandChange {
  /** Email address of a user of the customer; null for nobody. */
  person?: string | null
  category?: string | null
  closed?: boolean
}

/**
 * Assigns, categorises, closes or reopens an errand that was reported here, which handles it. Throws
 * `E_PLATFORM_ERRAND` for one of the platform’s own and `E_UNKNOWN_ASSIGNEE`.
 */
export async function changeErrand(
  { service, report, errand }: FoundErrand,
  change: ErrandChange
): Promise<ErrandReport> {
  if (!report) throw platformErrand(errand.errand)
  const now = DateTime.utc()
  const details = await changed(report, change, now)
  await report
    .merge({ details, revision: report.revision + 1, handledAt: report.handledAt ?? now })
    .save()
  const { object, source } = service
  await pushEvents(object.pointId, reportEvents(source, report, object.identifier))
  return report
}

async function changed(
  { customerId, details }: ErrandReport,
  { person, category, closed }: ErrandChange,
  now: DateTime
): Promise<ErrandDetails> {
  const assignee = person === undefined ? details.person : person?.toLowerCase() || null
  if (person) {
    const known = await listMemberAddresses(customerId)
    if (!known.has(person.toLowerCase())) throw unknownAssignee(person)
  }
  return {
    ...details,
    category: category === undefined ? details.category : category || null,
    person: assignee,
    assignedAt: assignee === details.person ? details.assignedAt : assignee && now.toISO(),
    closedAt:
      closed === undefined ? details.closedAt : closed ? (details.closedAt ?? now.toISO()) : null,
  }
}
