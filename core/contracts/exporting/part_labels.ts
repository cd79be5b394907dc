import type { ColumnInfo } from '../report_document.js'

/** Labels of the parts of a column; a part that is not in the file is named by its key. */
export const partLabels = (partition: readonly string[], columns: readonly ColumnInfo[]) =>
  partition.map((key) => columns.find((column) => column.key === key)?.label ?? key)
