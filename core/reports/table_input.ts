import type { ColumnInfo } from '#core/contracts/report_document'
import type { ColumnPlan } from '#core/reports/compile/plan_columns'
import type { SubjectRows } from '#core/reports/objects/subject_rows'
import type { PreparedReport } from '#core/reports/prepare_report'
import type { ReadRow, ReadRows } from '#core/reports/read_rows'

/** What a table is made from: the report, whose rows there are, and what was read for them. */
export interface TableInput {
  report: PreparedReport
  subjects: SubjectRows
  plan: ColumnPlan
  columns: readonly ColumnInfo[]
  /** The field that rows are broken down by, where they are. */
  breakdown: string | undefined
  read: ReadRows
  /** The subjects and parts that any interval has, where what was read is a slice of them. */
  found?: readonly Pick<ReadRow, 'subject' | 'part'>[]
}
