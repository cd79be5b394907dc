import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

const drawable: readonly string[] = ['count', 'number', 'percent', 'seconds']

export default definePlugin({
  kind: 'widget',
  key: 'column_analysis',
  label: 'Column analysis',
  description: 'Each column in a picture of its own',
  icon: 'chart-no-axes-column',
  shows: 'report',
  fits: ({ columns, rows }) =>
    rows < 2 ? [] : columns.filter(({ unit }) => drawable.includes(unit)).map(({ key }) => key),
  board: {
    data: 'report',
    columns: { least: 1, most: 1 },
    units: ['count', 'number', 'percent', 'seconds'],
    smallest: { w: 4, h: 4 },
    usual: { w: 6, h: 6 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(
        reportQuestion(widget, board, {
          grouping: widget.data?.grouping ?? 'total',
          interval: widget.data?.interval ?? 'timeOfDay',
          intervalMinutes: widget.data?.intervalMinutes ?? 60,
        })
      ),
  },
})
