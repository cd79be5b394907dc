import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'ranking_bars',
  label: 'Top list',
  description: 'The highest or the lowest, as bars with their figures',
  icon: 'list-ordered',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 1 },
    units: ['count', 'number', 'percent', 'seconds'],
    warnings: true,
    smallest: { w: 3, h: 4 },
    usual: { w: 4, h: 6 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(reportQuestion(widget, board, { grouping: widget.data?.grouping ?? 'object' })),
    settings: {
      rows: { label: 'Rows', type: 'number', default: 8 },
      order: {
        label: 'Order',
        type: 'choice',
        choices: { highest: 'Highest first', lowest: 'Lowest first' },
        default: 'highest',
      },
    },
  },
})
