import type { Distribution } from '#core/contracts/widget_view'
import { columnIn } from '#core/contracts/board_figures'
import { columnInfoOf } from '#core/contracts/board_report'
import { defineShow } from '#core/contracts/board_content'
import { spreadFigure } from './shape.js'

/** All the values that a mean stands for. */
export default defineShow((widget, [answer], tools) => {
  const [wish = ''] = widget.data?.columns ?? []
  if (!answer?.total) return { kind: 'message', icon: 'chart-column', title: tools.word('choose') }
  const column = columnInfoOf(answer, columnIn(answer, wish), tools)
  const spread = { ...answer.total, bins: answer.rows } as unknown as Distribution
  return { kind: 'picture', figure: spreadFigure(column, spread, tools) }
})
