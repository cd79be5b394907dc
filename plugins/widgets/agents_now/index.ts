import { asked, liveQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'agents_now',
  label: 'Agents now',
  description: 'How many are ready, talking, in wrap-up and paused',
  icon: 'headset',
  shows: 'live',
  board: {
    data: 'live',
    smallest: { w: 3, h: 2 },
    usual: { w: 4, h: 3 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(
        liveQuestion(widget, board, [
          'agentsReady',
          'agentsTalking',
          'agentsWrapUp',
          'agentsPaused',
          'agentsLoggedOn',
        ])
      ),
  },
})
