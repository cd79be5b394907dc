import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'clock_face',
  label: 'Clock',
  description: 'Time and date',
  icon: 'clock',
  shows: 'nothing',
  board: {
    data: 'none',
    smallest: { w: 2, h: 2 },
    usual: { w: 3, h: 3 },
    onScreen: 'yes',
    asks: () => [],
    settings: {
      zone: { label: 'Time zone', type: 'zone' },
      seconds: { label: 'Seconds', type: 'flag', default: true },
      date: { label: 'Date and week', type: 'flag', default: true },
    },
  },
})
