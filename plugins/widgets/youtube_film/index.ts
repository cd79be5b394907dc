import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'youtube_film',
  label: 'YouTube',
  description: 'A video by its address or number',
  icon: 'tv',
  shows: 'nothing',
  board: {
    data: 'none',
    smallest: { w: 3, h: 3 },
    usual: { w: 6, h: 5 },
    onScreen: 'plain',
    asks: () => [],
    settings: {
      video: { label: 'Address or number', type: 'text' },
      auto: { label: 'Start by itself, without sound', type: 'flag', default: false },
      loop: { label: 'Over and over', type: 'flag', default: false },
      subtitles: { label: 'Subtitles', type: 'flag', default: false },
    },
  },
})
