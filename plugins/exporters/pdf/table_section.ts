import type { PageContent } from './page_content.js'
import type { ColumnInfo, ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { namingColumns, shownColumns } from '#core/contracts/exporting/shown_columns'
import { drawCharts, MOST_DRAWN_ROWS } from './charts/draw_charts.js'
import { columnGroups } from './column_groups.js'
import { COLOURS, PAGE_WIDTH, type Context } from './context.js'

/** One interval grouping: its heading, its charts, and its table in as many pieces as its columns need. */
export async function tableSection(
  context: Context,
  table: ReportTable,
  ownPage: boolean
): Promise<{ content: PageContent; rows: number }> {
  const columns = shownColumns(table.columns, { audience: 'person' })
  const rows = await Array.fromAsync(table.rows)
  const total = table.total && {
    ...table.total,
    [columns[0].key]: table.total[columns[0].key] ?? context.words('total'),
  }
  const charts =
    context.options.charts && rows.length <= MOST_DRAWN_ROWS
      ? drawCharts(context, columns, rows)
      : []
  const texts = (shown: readonly ColumnInfo[], row: Row) =>
    shown.map(({ key, unit }) => context.text(row[key], unit))
  const widths = columnWidths(
    columns,
    (total ? [total, ...rows] : rows).map((row) => texts(columns, row))
  )
  const groups = columnGroups(widths, namingColumns(columns), PAGE_WIDTH)
  const pieces = groups.map((places): PageContent => {
    const shown = places.map((place) => columns[place])
    return {
      layout: 'report',
      margin: [0, 4, 0, 12],
      table: {
        headerRows: 1,
        dontBreakRows: true,
        keepWithHeaderRows: 2,
        widths: places.map((place) => widths[place]),
        body: [
          shown.map((column) => head(column)),
          ...(total ? [texts(shown, total).map((text, at) => cell(text, shown[at], true))] : []),
          ...rows.map((row) => texts(shown, row).map((text, at) => cell(text, shown[at]))),
        ],
      },
    }
  })
  return {
    rows: rows.length,
    content: [
      {
        text: table.name,
        fontSize: 13,
        bold: true,
        margin: [0, 0, 0, 6],
        ...(ownPage && { pageBreak: 'before' as const }),
      },
      ...charts.map((svg): PageContent => ({ svg, width: PAGE_WIDTH, margin: [0, 0, 0, 10] })),
      ...pieces,
    ],
  }
}

const isText = ({ unit }: ColumnInfo) => unit === 'text' || unit === 'phone' || unit === 'time'

const head = (column: ColumnInfo): PageContent => ({
  text: column.label,
  bold: true,
  color: '#ffffff',
  fillColor: COLOURS.head,
  alignment: isText(column) ? 'left' : 'right',
})

const cell = (text: string, column: ColumnInfo, total = false): PageContent => ({
  text,
  alignment: isText(column) ? 'left' : 'right',
  ...(total && { bold: true, fillColor: COLOURS.total }),
})

/** Points of the letters of a cell, and beside them. */
const LETTER = 4.7
const BESIDE = 2
const WIDEST = 170

/** As wide as the longest value and the longest word of the label. */
function columnWidths(columns: readonly ColumnInfo[], rows: readonly string[][]): number[] {
  return columns.map(({ label }, place) => {
    const words = Math.max(...label.split(/\s+/).map(({ length }) => length * 1.1))
    const longest = rows.reduce((most, row) => Math.max(most, row[place].length), words)
    return Math.min(WIDEST, Math.max(34, longest * LETTER + BESIDE))
  })
}
