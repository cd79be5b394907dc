import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'composite_values',
  label: 'Composite values',
  description: 'How a value that is made up of others is divided between them',
  icon: 'chart-bar-stacked',
  shows: 'report',
  fits: ({ columns }) =>
    columns
      .filter(({ consistsOf }) => consistsOf.some((parts) => parts.length > 1))
      .map(({ key }) => key),
  board: {
    data: 'report',
    columns: { least: 2, most: 12 },
    needs: 'parts',
    units: ['count', 'number', 'seconds'],
    smallest: { w: 3, h: 4 },
    usual: { w: 6, h: 6 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(
        reportQuestion(
          widget,
          board,
          widget.settings?.rows === 'each'
            ? {
                grouping: widget.data?.grouping ?? 'total',
                interval: widget.data?.interval ?? 'timeOfDay',
                intervalMinutes: widget.data?.intervalMinutes ?? 60,
              }
            : {}
        )
      ),
    settings: {
      rows: {
        label: 'Divided',
        help: 'The first column is the whole, the others are its parts.',
        type: 'choice',
        choices: { total: 'In all', each: 'Row by row' },
        default: 'total',
      },
    },
  },
})
