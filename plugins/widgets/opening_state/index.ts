import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'opening_state',
  label: 'Open or closed',
  description: 'Whether you are open, and when that changes',
  icon: 'door-open',
  shows: 'nothing',
  board: {
    data: 'none',
    smallest: { w: 2, h: 2 },
    usual: { w: 3, h: 2 },
    onScreen: 'yes',
    asks: () => [{ kind: 'state', what: 'opening' }],
  },
})
