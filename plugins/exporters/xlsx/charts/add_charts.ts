import { drawnCharts, type DrawnChart } from '#core/contracts/exporting/drawn_charts'
import { PAPER, type Book } from '../book.js'
import { chartPart } from './chart_part.js'
import type { ChartedTable } from './charted_table.js'

/** Beyond this a chart is a blot, and heavy to open. */
export const MOST_CHARTED_ROWS = 2_000

/** Cells that a chart covers: a page of its own when it is printed. */
const WIDTH = 12
const HEIGHT = 26
const COLUMN = { width: 9 }
/** Percent: with it a chart fits the page. */
const SCALE = 90
/** Below the heading. */
const FIRST_ROW = 2
const NAMES = 3

/** Adds the sheet with the charts of a table, one below the other. */
export function addCharts(book: Book, table: ChartedTable, name: string) {
  const charts = drawnCharts(book.report.charts, table.columns, table.rows)
  if (!charts.length) return
  const sheet = book.workbook.addWorksheet(book.names.unique(`${book.words('charts')} ${name}`), {
    views: [{ showGridLines: false }],
    pageSetup: { ...PAPER, scale: SCALE },
  })
  sheet.columns = Array.from({ length: WIDTH }, () => COLUMN)
  const heading = sheet.addRow([`${book.report.title}: ${name}`])
  heading.font = { bold: true, size: 14 }
  heading.commit()
  charts.forEach((_, index) => sheet.getRow(rowOf(index + 1) - 1).addPageBreak())
  sheet.commit()
  book.parts.addCharts(
    sheet.id,
    charts.map((chart, index) => {
      const title = titleOf(chart)
      const row = rowOf(index)
      return {
        xml: chartPart(chart, table, title),
        name: title,
        anchor: { from: { column: 0, row }, to: { column: WIDTH, row: row + HEIGHT } },
      }
    })
  )
}

/** Where a chart begins, counted from 0. */
const rowOf = (index: number) => FIRST_ROW + index * (HEIGHT + 1)

/** A chart goes by its first columns, and how many more there are. */
function titleOf({ series }: DrawnChart) {
  const labels = series.map(({ column }) => column.label)
  const more = labels.length - NAMES
  return labels.slice(0, NAMES).join(', ') + (more > 0 ? ` +${more}` : '')
}
