import { asked, liveQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'agent_list',
  label: 'Agents one by one',
  description: 'Each agent with state, time in it and the reason of a pause',
  icon: 'users',
  shows: 'live',
  board: {
    data: 'live',
    smallest: { w: 3, h: 4 },
    usual: { w: 6, h: 6 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(liveQuestion(widget, board, ['state', 'stateSince', 'pauseReason'], true)),
    settings: {
      hideOff: { label: 'Leave out who is logged off', type: 'flag', default: true },
      short: { label: 'Initials instead of names', type: 'flag', default: false },
    },
  },
})
