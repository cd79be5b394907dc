import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'qr_code',
  label: 'QR code',
  description: 'Opens this dashboard, or any address, on a phone',
  icon: 'qr-code',
  shows: 'nothing',
  board: {
    data: 'none',
    smallest: { w: 2, h: 2 },
    usual: { w: 2, h: 3 },
    onScreen: 'yes',
    asks: () => [],
    settings: {
      address: { label: 'Address (https)', type: 'text' },
    },
  },
})
