import { asked, liveQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'longest_wait',
  label: 'Longest wait',
  description: 'The longest wait right now, counting up, and in which queue',
  icon: 'timer',
  shows: 'live',
  board: {
    data: 'live',
    warnings: true,
    smallest: { w: 2, h: 2 },
    usual: { w: 3, h: 3 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(liveQuestion(widget, board, ['longestWaitSince', 'waiting'], true)),
  },
})
