import type { ReportRow } from '../api/report.js'
import type { ReportColumn } from '../api/report_type.js'
import { BESIDE, rowAddress } from '../specification/figure_address.js'
import { useFigureLinks } from '../specification/use_figure_links.js'

/** The address of the calls behind a figure of a table: in a row, or in its total. */
export type LinkTo = (row: ReportRow | null, column: ReportColumn) => string | undefined

/** The links of a table's figures. */
export function useTableFigures() {
  const { linkTo, follow } = useFigureLinks()
  const ofCell: LinkTo = (row, { key, figure }) => {
    const { column, compared } = figure ?? { column: key, compared: false }
    const named = row && rowAddress(row, compared ? BESIDE : '')
    return linkTo({ column, ...(named && { row: named }) }, compared)
  }
  return { linkTo: ofCell, follow }
}
