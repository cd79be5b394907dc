import { partLists } from '#core/contracts/exporting/part_lists'
import type { PageContent } from './page_content.js'
import { COLOURS, type Context } from './context.js'

/** The last section: what every column means and what it consists of. */
export function describeColumns({ report, words }: Context): PageContent {
  const columns = report.intervals[0]?.columns ?? []
  const body = columns
    .filter(({ description }) => description)
    .map((column): PageContent[] => [
      { text: column.label, bold: true },
      {
        stack: [
          column.description,
          ...partLists(column, columns).map((parts) => ({
            text: `${words('consistsOf')}: ${parts}`,
            color: COLOURS.muted,
          })),
        ],
      },
    ])
  if (!body.length) return []
  return [
    {
      text: words('descriptions'),
      fontSize: 13,
      bold: true,
      margin: [0, 0, 0, 6],
      pageBreak: 'before',
    },
    { layout: 'lightHorizontalLines', table: { widths: [190, '*'], dontBreakRows: true, body } },
  ]
}
