import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'web_page',
  label: 'Web page',
  description: 'A page of another site in a frame',
  icon: 'app-window',
  shows: 'nothing',
  board: {
    data: 'none',
    smallest: { w: 3, h: 3 },
    usual: { w: 6, h: 5 },
    onScreen: 'plain',
    asks: () => [],
    settings: {
      address: { label: 'Address (https)', type: 'text' },
      reload: { label: 'Reload by itself', type: 'flag', default: true },
      seconds: { label: 'Every so many seconds', type: 'number', default: 60 },
    },
  },
})
