import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'number_pair',
  label: 'Pair of numbers',
  description: 'Two figures and their share: 41 of 52 answered',
  icon: 'columns-2',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 2, most: 2 },
    units: ['count', 'number', 'seconds'],
    warnings: true,
    smallest: { w: 2, h: 2 },
    usual: { w: 3, h: 3 },
    onScreen: 'yes',
    asks: (widget, board) => asked(reportQuestion(widget, board)),
  },
})
