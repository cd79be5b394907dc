import { shownIn } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** A cell for each half hour. */
export default defineShow((widget, [slots], tools) => {
  const [key = ''] = widget.data?.columns ?? []
  if (!slots) return { kind: 'message', icon: 'rows-2', title: tools.word('choose') }
  return {
    kind: 'strip',
    cells: slots.rows.map((row) => ({
      ...shownIn(slots, row, key, tools, widget.warnings),
      at: tools.interval(row),
    })),
  }
})
