import { planCharts } from '#core/contracts/charts/plan_charts'
import type { ChartPlan } from '#core/contracts/charts/plotted'
import type { ColumnInfo } from '#core/contracts/report_document'
import { PAPER, type Book } from '../book.js'
import { chartPart } from './chart_part.js'
import { reference, type ChartedTable, type WrittenSeries } from './charted_table.js'

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
  const { charts: wanted } = book.report
  const charts = planCharts(wanted, table.columns, table.rows, book.words('others'))
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
  const written = writeSeries(sheet, charts, table)
  sheet.commit()
  book.parts.addCharts(
    sheet.id,
    charts.map((chart, index) => {
      const title = titleOf(chart)
      const row = rowOf(index)
      return {
        xml: chartPart(chart, table, title, written),
        name: title,
        anchor: { from: { column: 0, row }, to: { column: WIDTH, row: row + HEIGHT } },
      }
    })
  )
}

/**
 * Writes what no column of the table holds, as several together, below the charts: a reader of workbooks
 * draws what lies in cells. Returns where each series lies.
 */
function writeSeries(
  sheet: ReturnType<Book['workbook']['addWorksheet']>,
  charts: readonly ChartPlan<ColumnInfo>[],
  table: ChartedTable
): WrittenSeries {
  const first = rowOf(charts.length) + 2
  const some = charts.flatMap(({ along, series }) =>
    along === 'rows' ? series.filter(({ ofRows }) => !ofRows) : []
  )
  some.forEach(({ label }, place) => (sheet.getRow(first).getCell(place + 1).value = label))
  table.rows.forEach((_, at) => {
    const cells = sheet.getRow(first + at + 1)
    some.forEach(({ column, values }, place) => {
      const { format, value } = table.formats[table.columns.indexOf(column)]
      const cell = cells.getCell(place + 1)
      cell.value = value({ [column.key]: values[at] })
      cell.numFmt = format
    })
  })
  return new Map(
    some.map((one, place) => [
      one,
      {
        name: reference(sheet.name, [place, first]),
        values: reference(sheet.name, [place, first + 1], [place, first + table.rows.length]),
      },
    ])
  )
}

/** Where a chart begins, counted from 0. */
const rowOf = (index: number) => FIRST_ROW + index * (HEIGHT + 1)

/** A chart goes by its first columns, and how many more there are; of objects by what is measured. */
function titleOf({ label, along, of, series }: ChartPlan) {
  if (along === 'intervals') return of === undefined ? label! : `${label} (${series.length}/${of})`
  const labels = series.map((one) => one.label)
  const more = labels.length - NAMES
  return labels.slice(0, NAMES).join(', ') + (more > 0 ? ` +${more}` : '')
}
