import { partLists } from '#core/contracts/exporting/part_lists'
import type { Book } from './write_xls.js'

/** The sheet that says what every column means, so that the definitions travel with the figures. */
export function addDescriptions({ report, words, names, thread }: Book) {
  const tables = [
    ...report.intervals.slice(0, 1),
    ...(report.specification ? [report.specification] : []),
  ]
  thread.say({
    sheet: names.unique(words('descriptions')),
    columns: [36, 80, 70].map((width) => ({ format: '@', width })),
    header: [words('column'), words('description'), words('consistsOf')].map((text) => ({ text })),
  })
  thread.say({
    rows: tables.flatMap(({ columns }) =>
      columns
        .filter(({ description }) => description)
        .map((column) => [column.label, column.description, partLists(column, columns).join('\n')])
    ),
  })
}
