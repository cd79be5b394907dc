import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'service_gauge',
  label: 'Service level',
  description: 'A share against its target, with how many calls it is of',
  icon: 'gauge',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 2 },
    units: ['percent'],
    warnings: true,
    smallest: { w: 2, h: 3 },
    usual: { w: 3, h: 4 },
    onScreen: 'yes',
    asks: (widget, board) => asked(reportQuestion(widget, board)),
    settings: {
      target: { label: 'Target', type: 'number', default: 80 },
    },
  },
})
