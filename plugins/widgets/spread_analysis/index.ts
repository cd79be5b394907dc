import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'spread_analysis',
  label: 'Spread analysis',
  description:
    'Whether a mean tells the truth: every single value behind it, with mean, median and the ninth decile marked',
  icon: 'chart-column',
  shows: 'report',
  fits: ({ columns }) => columns.filter(({ distribution }) => distribution).map(({ key }) => key),
})
