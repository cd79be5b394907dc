import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'empty_place',
  label: 'Placeholder',
  description: 'Keeps a place for a widget',
  icon: 'square-dashed',
  shows: 'nothing',
  board: {
    data: 'none',
    smallest: { w: 1, h: 1 },
    usual: { w: 3, h: 3 },
    onScreen: 'no',
    asks: () => [],
    settings: {
      hint: { label: 'Hint', type: 'text' },
    },
  },
})
