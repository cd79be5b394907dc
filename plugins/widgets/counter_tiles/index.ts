import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'counter_tiles',
  label: 'Counters',
  description: 'Several figures of a report side by side: of errands, surveys, messages or calls',
  icon: 'tally-5',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 8 },
    units: ['count', 'number', 'percent', 'seconds'],
    smallest: { w: 3, h: 2 },
    usual: { w: 6, h: 3 },
    onScreen: 'yes',
    asks: (widget, board) => asked(reportQuestion(widget, board)),
  },
})
