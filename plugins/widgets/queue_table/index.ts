import { asked, liveQuestion, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'queue_table',
  label: 'Queues',
  description: 'A line for each queue: now, and its figures of the day',
  icon: 'table-2',
  shows: 'both',
  board: {
    data: 'both',
    columns: { least: 0, most: 6 },
    warnings: true,
    smallest: { w: 4, h: 4 },
    usual: { w: 8, h: 6 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(
        liveQuestion(widget, board, ['waiting', 'longestWaitSince', 'agentsReady'], true),
        reportQuestion(widget, board, { grouping: 'object' })
      ),
  },
})
