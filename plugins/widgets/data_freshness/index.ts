import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'data_freshness',
  label: 'Data freshness',
  description: 'How old the figures of each source are',
  icon: 'radio',
  shows: 'nothing',
  board: {
    data: 'none',
    smallest: { w: 3, h: 2 },
    usual: { w: 4, h: 3 },
    onScreen: 'yes',
    asks: () => [{ kind: 'state', what: 'collecting' }],
  },
})
