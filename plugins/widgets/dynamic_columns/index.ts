import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'dynamic_columns',
  label: 'Dynamic columns',
  description:
    'What was found in the calls, such as who answered or where calls came from, for each group or object',
  icon: 'columns-3',
  shows: 'report',
  fits: ({ columns, grouping }) =>
    grouping === 'object' || grouping === 'group'
      ? columns
          .filter(({ repeated, consistsOf }) => repeated && consistsOf.length === 0)
          .map(({ key }) => key)
      : [],
  board: {
    data: 'report',
    columns: { least: 1, most: 1 },
    needs: 'values',
    smallest: { w: 4, h: 4 },
    usual: { w: 6, h: 6 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(
        reportQuestion(widget, board, {
          grouping: widget.data?.grouping ?? 'object',
          interval: 'period',
        })
      ),
  },
})
