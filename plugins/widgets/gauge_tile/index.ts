import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'gauge_tile',
  label: 'Gauge',
  description: 'Any figure on its way to a target',
  icon: 'circle-gauge',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 2 },
    units: ['count', 'number', 'percent', 'seconds'],
    warnings: true,
    smallest: { w: 2, h: 3 },
    usual: { w: 3, h: 4 },
    onScreen: 'yes',
    asks: (widget, board) => asked(reportQuestion(widget, board)),
    settings: {
      target: { label: 'Target', type: 'number', default: 80 },
      most: { label: 'Highest value', type: 'number' },
    },
  },
})
