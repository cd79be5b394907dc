import { partLabels } from '#core/contracts/exporting/part_labels'
import { LANDSCAPE, type Book } from './book.js'

/** The sheet that says what every column means, so that the definitions travel with the figures. */
export function addDescriptions({ workbook, report, words }: Book, name: string) {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: LANDSCAPE,
  })
  const wrap = { alignment: { wrapText: true, vertical: 'top' as const }, numFmt: '@' }
  sheet.columns = [
    { width: 36, style: wrap },
    { width: 80, style: wrap },
    { width: 70, style: wrap },
  ]
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
      const parts = column.consistsOf.map((part) => partLabels(part, table.columns).join(', '))
      sheet.addRow([column.label, column.description, parts.join('\n')]).commit()
    }
  }
  sheet.commit()
}
