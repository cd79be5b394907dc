import { asked, liveQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'waiting_now',
  label: 'Waiting now',
  description: 'How many are waiting, and the longest wait as it grows',
  icon: 'phone-incoming',
  shows: 'live',
  board: {
    data: 'live',
    warnings: true,
    smallest: { w: 2, h: 2 },
    usual: { w: 3, h: 3 },
    onScreen: 'yes',
    asks: (widget, board) => asked(liveQuestion(widget, board, ['waiting', 'longestWaitSince'])),
  },
})
