import type { Row } from '#core/contracts/scalar'
import type ErrandReport from '#core/errands/models/errand_report'
import type { ErrandService } from '#core/errands/queries/errand_services'

/** An errand as lists and its page show it. Moments are local with offset. */
export interface ListedErrand {
  errand: string
  /** Id of the service it concerns. */
  service: number
  serviceName: string
  at: string
  subject: string | null
  category: string | null
  state: string
  stateLabel: string
  caller: string | null
  person: string | null
  personName: string | null
  reportedBy: string | null
  deliveredAt: string | null
  closedAt: string | null
  /** Whether it was reported here, so that it can be changed here. */
  reported: boolean
  /** Whether it was reported here and nobody has handled it yet. */
  isNew: boolean
}

const text = (value: Row[string]) => (value === null || value === undefined ? null : String(value))

/** What a row of the list of errands says, and its record where it was reported here. */
export const presentErrand = (
  row: Row,
  { object }: ErrandService,
  report: ErrandReport | undefined
): ListedErrand => ({
  errand: String(row.call),
  service: object.id,
  serviceName: object.name,
  at: String(row.at),
  subject: text(row.subject),
  category: text(row.category),
  state: String(row.state),
  stateLabel: String(row.stateLabel),
  caller: text(row.caller),
  person: text(row.person),
  personName: text(row.personName),
  reportedBy: text(row.reportedBy),
  deliveredAt: text(row.deliveredAt),
  closedAt: text(row.closedAt),
  reported: report !== undefined,
  isNew: report !== undefined && report.handledAt === null,
})
