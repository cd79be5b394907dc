import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'text_block',
  label: 'Text',
  description: 'A heading, a message, a list',
  icon: 'text',
  shows: 'nothing',
  board: {
    data: 'none',
    smallest: { w: 2, h: 1 },
    usual: { w: 4, h: 3 },
    onScreen: 'yes',
    asks: () => [],
    settings: {
      text: { label: 'Text', type: 'text' },
      large: { label: 'Large', type: 'flag', default: false },
    },
  },
})
