import { definePlugin } from '#core/contracts/plugin'

const drawable: readonly string[] = ['count', 'number', 'percent', 'seconds']

export default definePlugin({
  kind: 'widget',
  key: 'column_analysis',
  label: 'Column analysis',
  description: 'Each column in a picture of its own',
  icon: 'chart-no-axes-column',
  shows: 'report',
  fits: ({ columns, rows }) =>
    rows < 2 ? [] : columns.filter(({ unit }) => drawable.includes(unit)).map(({ key }) => key),
})
