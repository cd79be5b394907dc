import { asked, liveQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'queue_tiles',
  label: 'Queue tiles',
  description: 'A tile for each queue: who waits, how long, who is ready',
  icon: 'layout-grid',
  shows: 'live',
  board: {
    data: 'live',
    warnings: true,
    smallest: { w: 3, h: 3 },
    usual: { w: 12, h: 4 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(liveQuestion(widget, board, ['waiting', 'longestWaitSince', 'agentsReady'], true)),
  },
})
