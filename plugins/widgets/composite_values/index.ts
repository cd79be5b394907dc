import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'composite_values',
  label: 'Composite values',
  description: 'How a value that is made up of others is divided between them',
  icon: 'chart-bar-stacked',
  shows: 'report',
  fits: ({ columns }) =>
    columns
      .filter(({ consistsOf }) => consistsOf.some((parts) => parts.length > 1))
      .map(({ key }) => key),
})
