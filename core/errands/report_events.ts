import type { ErrandSource } from '#core/errands/queries/errand_services'
import type ErrandReport from '#core/errands/models/errand_report'
import type { CollectedEvent } from '#core/contracts/collector'

const moment = (text: string | null) => (text === null ? null : new Date(text))

/** The events that a reported errand is now. `service` is the identifier of the object it concerns. */
export function reportEvents(
  { errands }: ErrandSource,
  { errand, reportedAt, revision, details }: ErrandReport,
  service: string
): CollectedEvent[] {
  return errands.reported({
    key: errand,
    at: reportedAt.toJSDate(),
    revision,
    service,
    category: details.category,
    subject: details.subject,
    person: details.person,
    assignedAt: moment(details.assignedAt),
    reportedBy: details.reportedBy,
    closedAt: moment(details.closedAt),
  })
}
