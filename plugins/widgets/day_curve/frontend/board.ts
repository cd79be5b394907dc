import { dayPicture } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** Today’s slots as lines, over the band between the quartiles of usual days. */
export default defineShow((widget, [slots, usual], tools) => {
  const keys = widget.data?.columns ?? []
  if (!slots) return { kind: 'message', icon: 'chart-spline', title: tools.word('choose') }
  return dayPicture({ slots, usual, keys, tools, kind: 'lines', usualLabel: tools.word('usual') })
})
