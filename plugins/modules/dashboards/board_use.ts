import type { BoardUse, WidgetPlugin } from '#core/contracts/widget'

/** Of a way of seeing a report that says nothing of boards: it shows any of its columns, and asks the page itself. */
const asReportView: BoardUse = {
  data: 'report',
  columns: { least: 1, most: 12 },
  smallest: { w: 4, h: 5 },
  usual: { w: 6, h: 7 },
  onScreen: 'no',
  asks: () => [],
}

/** What a widget is on a board. */
export const boardUseOf = ({ board }: WidgetPlugin): BoardUse => board ?? asReportView
