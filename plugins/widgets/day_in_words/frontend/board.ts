import { columnIn, compared, totalOf, usualTotal } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** Each figure, and how far it is from the usual one. */
export default defineShow((widget, [whole, usual], tools) => {
  if (!whole) return { kind: 'message', icon: 'text-quote', title: tools.word('choose') }
  const told = (widget.data?.columns ?? []).map((key) => {
    const { label, unit } = tools.column(whole, columnIn(whole, key))
    const value = totalOf(whole, key)
    const words = { label, value: tools.format(value, unit) }
    const change = usual && compared(value, usualTotal(usual, key), 'neither')
    if (!change) return tools.word('figure', words)
    const against = tools.format(usualTotal(usual, key), unit)
    return tools.word(change.direction, {
      ...words,
      change: change.text.replace(/^[^0-9]*/, ''),
      usual: against,
    })
  })
  return { kind: 'text', text: told.join(' '), large: true }
})
