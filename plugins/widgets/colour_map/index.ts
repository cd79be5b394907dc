import { definePlugin } from '#core/contracts/plugin'

const drawable: readonly string[] = ['count', 'number', 'percent', 'seconds']

export default definePlugin({
  kind: 'widget',
  key: 'colour_map',
  label: 'Colour map',
  description:
    'Patterns and exceptions in much data at a glance: the stronger the colour, the higher the value',
  icon: 'grid-3x3',
  shows: 'report',
  fits: ({ columns }) =>
    columns.filter(({ unit }) => drawable.includes(unit)).map(({ key }) => key),
})
