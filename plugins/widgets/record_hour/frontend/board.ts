import { columnIn, shownIn } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** The highest slot, and when it was. */
export default defineShow((widget, [slots], tools) => {
  const [wish = ''] = widget.data?.columns ?? []
  if (!slots) return { kind: 'message', icon: 'trophy', title: tools.word('choose') }
  const key = columnIn(slots, wish)
  const best = slots.rows
    .filter((row) => Number(row[key]) > 0)
    .reduce<(typeof slots.rows)[number] | null>(
      (top, row) => (top && Number(top[key]) >= Number(row[key]) ? top : row),
      null
    )
  if (!best)
    return { kind: 'number', main: { value: null, unit: 'count', small: tools.word('none') } }
  return {
    kind: 'number',
    main: { ...shownIn(slots, best, key, tools), small: tools.interval(best) },
  }
})
