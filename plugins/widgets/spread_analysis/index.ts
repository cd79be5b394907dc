import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'spread_analysis',
  label: 'Spread analysis',
  description:
    'Whether a mean tells the truth: every single value behind it, with mean, median and the ninth decile marked',
  icon: 'chart-column',
  shows: 'report',
  fits: ({ columns }) => columns.filter(({ distribution }) => distribution).map(({ key }) => key),
  board: {
    data: 'report',
    columns: { least: 1, most: 1 },
    units: ['seconds'],
    smallest: { w: 4, h: 4 },
    usual: { w: 6, h: 6 },
    onScreen: 'yes',
    asks: (widget, board) => asked(reportQuestion(widget, board, { aspect: 'spread' })),
  },
})
