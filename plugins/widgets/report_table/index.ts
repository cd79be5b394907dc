import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'report_table',
  label: 'Report table',
  description: 'The rows of a report, by object, group or time',
  icon: 'table',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 10 },
    warnings: true,
    smallest: { w: 4, h: 4 },
    usual: { w: 8, h: 6 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(
        reportQuestion(widget, board, {
          grouping: widget.data?.grouping ?? 'object',
          interval: widget.data?.interval ?? 'period',
          ...(widget.data?.intervalMinutes && { intervalMinutes: widget.data.intervalMinutes }),
        })
      ),
  },
})
