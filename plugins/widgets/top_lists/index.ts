import { definePlugin } from '#core/contracts/plugin'

const drawable: readonly string[] = ['count', 'number', 'percent', 'seconds']

export default definePlugin({
  kind: 'widget',
  key: 'top_lists',
  label: 'Top lists',
  description: 'Groups and objects from the highest to the lowest, or the other way',
  icon: 'list-ordered',
  shows: 'report',
  fits: ({ columns, grouping }) =>
    grouping === 'total'
      ? []
      : columns.filter(({ unit }) => drawable.includes(unit)).map(({ key }) => key),
})
