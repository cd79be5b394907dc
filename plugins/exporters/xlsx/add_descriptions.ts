import { partLists } from '#core/contracts/exporting/part_lists'
import { LANDSCAPE, type Book } from './book.js'
import { wrappedHeight } from './wrapped_height.js'

const WIDTHS = [36, 80, 70]

/** The sheet that says what every column means, so that the definitions travel with the figures. */
export function addDescriptions({ workbook, report, words }: Book, name: string) {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: LANDSCAPE,
  })
  const wrap = { alignment: { wrapText: true, vertical: 'top' as const }, numFmt: '@' }
  sheet.columns = WIDTHS.map((width) => ({ width, style: wrap }))
  const header = sheet.addRow([words('column'), words('description'), words('consistsOf')])
  header.font = { bold: true }
  header.commit()
  const tables = [
    ...report.intervals.slice(0, 1),
    ...(report.specification ? [report.specification] : []),
  ]
  for (const table of tables) {
    for (const column of table.columns) {
      if (!column.description) continue
      const parts = partLists(column, table.columns).join('\n')
      const texts = [column.label, column.description, parts]
      const row = sheet.addRow(texts)
      row.height = wrappedHeight(texts, WIDTHS)
      row.commit()
    }
  }
  sheet.commit()
}
