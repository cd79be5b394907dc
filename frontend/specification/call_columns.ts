import type { ReportColumn } from '../api/report_type.js'

/** What joins the legs of a call: of use to the journey, not to people. */
const CALL = 'call'

/**
 * The columns that people read: of a key and its name (`queue` and `queueName`, `outcome` and
 * `outcomeLabel`) the second.
 */
export function readColumns(columns: readonly ReportColumn[]): ReportColumn[] {
  const keys = new Set(columns.map(({ key }) => key))
  return columns.filter(
    ({ key }) => key !== CALL && !keys.has(`${key}Name`) && !keys.has(`${key}Label`)
  )
}

/** The field that a column is of. */
export const fieldOf = (key: string) => key.replace(/(Name|Label)$/, '')
