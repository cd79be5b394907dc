import type { ReportColumn } from '../api/report_type.js'

/** The columns that people read: of a key and its name, as the answer says they are, the second. */
export const readColumns = <C extends Pick<ReportColumn, 'readAs' | 'joining'>>(
  columns: readonly C[]
): C[] => columns.filter(({ readAs, joining }) => !readAs && !joining)

/** The key of the field that a column is of. */
export const fieldOf = (columns: readonly ReportColumn[], key: string): string =>
  columns.find(({ readAs }) => readAs === key)?.key ?? key
