import { asked, liveQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'callbacks_waiting',
  label: 'Callbacks',
  description: 'How many wait to be called back, and the oldest of them',
  icon: 'phone-outgoing',
  shows: 'live',
  board: {
    data: 'live',
    warnings: true,
    smallest: { w: 2, h: 2 },
    usual: { w: 3, h: 3 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(liveQuestion(widget, board, ['callbacks', 'oldestCallbackSince'])),
  },
})
