import { dayPicture } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** The columns of each slot on each other. */
export default defineShow((widget, [slots], tools) => {
  const keys = widget.data?.columns ?? []
  if (!slots) return { kind: 'message', icon: 'chart-column-stacked', title: tools.word('choose') }
  return dayPicture({ slots, keys, tools, kind: 'columns', stacked: true })
})
