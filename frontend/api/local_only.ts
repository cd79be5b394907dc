import type { ReportColumn } from './report_type.js'

/** An answer without its columns in UTC: people read the local clock. */
export const localOnly = <T extends { columns: ReportColumn[] }>(answer: T): T => ({
  ...answer,
  columns: answer.columns.filter(({ utcOf }) => utcOf === undefined),
})
