import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'message_ticker',
  label: 'Message of the day',
  description: 'A line of text that passes by',
  icon: 'megaphone',
  shows: 'nothing',
  board: {
    data: 'none',
    smallest: { w: 4, h: 1 },
    usual: { w: 12, h: 1 },
    onScreen: 'yes',
    asks: () => [],
    settings: {
      text: { label: 'Text', type: 'text' },
    },
  },
})
