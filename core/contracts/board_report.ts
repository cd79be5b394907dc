import type { ShowTools } from './board_content.js'
import type { Answer } from './question.js'
import type { ColumnInfo } from './report_document.js'
import type { ShownReport } from './widget_view.js'

/** A column of an answer as the shapes of a report's views take it. */
export function columnInfoOf(answer: Answer, key: string, tools: ShowTools): ColumnInfo {
  const { label, description, unit } = tools.column(answer, key)
  const repeated = answer.columns.find((column) => column.key === key)?.repeated
  return {
    key,
    label,
    description,
    unit: unit === 'since' ? 'seconds' : unit,
    consistsOf: [],
    ...(repeated && { repeated: { ...repeated, label } }),
  }
}

/** An answer as the shapes of a report's views take a report. */
export const shownReport = (answer: Answer, tools: ShowTools): ShownReport => ({
  columns: answer.columns.map(({ key }) => columnInfoOf(answer, key, tools)),
  rows: answer.rows.map((row) => ({
    ...row,
    ...(row.interval !== undefined && { intervalLabel: tools.interval(row) }),
  })),
  total: answer.total,
})
