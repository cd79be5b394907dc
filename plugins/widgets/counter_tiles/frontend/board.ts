import { columnIn, shownColumn } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** A square for each figure. */
export default defineShow((widget, [answer], tools) => {
  if (!answer) return { kind: 'message', icon: 'tally-5', title: tools.word('choose') }
  return {
    kind: 'tiles',
    tiles: (widget.data?.columns ?? []).map((key) => ({
      name: tools.column(answer, columnIn(answer, key)).label,
      values: [{ ...shownColumn(answer, key, tools), label: undefined }],
    })),
  }
})
