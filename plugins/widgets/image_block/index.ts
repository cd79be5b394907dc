import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'image_block',
  label: 'Image',
  description: 'A logo or another picture by its address',
  icon: 'image',
  shows: 'nothing',
  board: {
    data: 'none',
    smallest: { w: 1, h: 1 },
    usual: { w: 3, h: 3 },
    onScreen: 'yes',
    asks: () => [],
    settings: {
      address: { label: 'Address (https)', type: 'text' },
      fit: {
        label: 'Size',
        type: 'choice',
        choices: { contain: 'All of it', cover: 'Fill' },
        default: 'contain',
      },
    },
  },
})
