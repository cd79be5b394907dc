import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

const drawable: readonly string[] = ['count', 'number', 'percent', 'seconds']

export default definePlugin({
  kind: 'widget',
  key: 'top_lists',
  label: 'Top lists',
  description: 'Groups and objects from the highest to the lowest, or the other way',
  icon: 'list-ordered',
  shows: 'report',
  fits: ({ columns, grouping }) =>
    grouping === 'total'
      ? []
      : columns.filter(({ unit }) => drawable.includes(unit)).map(({ key }) => key),
  board: {
    data: 'report',
    columns: { least: 1, most: 1 },
    units: ['count', 'number', 'percent', 'seconds'],
    smallest: { w: 3, h: 4 },
    usual: { w: 6, h: 6 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(
        reportQuestion(widget, board, {
          grouping: widget.data?.grouping ?? 'object',
          interval: 'period',
        })
      ),
    settings: {
      number: { label: 'How many', type: 'number', default: 10 },
      order: {
        label: 'Order',
        type: 'choice',
        choices: { highest: 'Highest first', lowest: 'Lowest first' },
        default: 'highest',
      },
    },
  },
})
