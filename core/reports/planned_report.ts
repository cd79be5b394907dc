import type { ColumnInfo } from '#core/contracts/report_document'
import type { ColumnPlan } from '#core/reports/compile/plan_columns'
import type { SubjectRows } from '#core/reports/objects/subject_rows'
import type { PreparedReport } from '#core/reports/prepare_report'

/** A report whose columns have been turned into measures to read. */
export interface PlannedReport {
  report: PreparedReport
  subjects: SubjectRows
  plan: ColumnPlan
  columns: readonly ColumnInfo[]
  parameters: Readonly<Record<string, readonly number[]>>
}
