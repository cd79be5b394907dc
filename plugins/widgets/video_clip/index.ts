import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'video_clip',
  label: 'Video',
  description: 'An mp4 by its address, silent, over and over',
  icon: 'clapperboard',
  shows: 'nothing',
  board: {
    data: 'none',
    smallest: { w: 3, h: 3 },
    usual: { w: 6, h: 5 },
    onScreen: 'yes',
    asks: () => [],
    settings: {
      address: { label: 'Address (https)', type: 'text' },
    },
  },
})
