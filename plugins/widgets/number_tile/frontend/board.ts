import {
  columnIn,
  compared,
  shownColumn,
  slotValues,
  totalOf,
  usualTotal,
} from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** The figure, and the second column as what it is of: a share never stands alone. */
export default defineShow((widget, answers, tools) => {
  const [whole, ...more] = answers
  const [key = '', of] = widget.data?.columns ?? []
  if (!whole) return { kind: 'message', icon: 'hash', title: tools.word('choose') }
  const usual = more.find(({ days }) => days !== undefined)
  const slots = more.find(({ days }) => days === undefined)
  const main = shownColumn(whole, key, tools, widget.warnings)
  const { better = 'neither' } = widget.settings ?? {}
  const change = usual && compared(totalOf(whole, key), usualTotal(usual, key), String(better))
  return {
    kind: 'number',
    main: {
      ...main,
      ...(of && {
        small: tools.word('of', {
          n: tools.format(totalOf(whole, of), 'count'),
          what: tools.column(whole, columnIn(whole, of)).label,
        }),
      }),
    },
    ...(change && {
      change: {
        ...change,
        text: tools.word('usual', {
          change: change.text,
          usual: tools.format(usualTotal(usual, key), main.unit),
        }),
      },
    }),
    ...(slots && { spark: slotValues(slots, key) }),
  }
})
