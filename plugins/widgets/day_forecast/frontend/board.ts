import { columnIn, shownLive, totalOf } from '#core/contracts/board_figures'
import type { Answer } from '#core/contracts/question'
import type { ShowTools, ShownValue } from '#core/contracts/board_content'
import { defineShow } from '#core/contracts/board_content'
import { expectedShare, expectedSum } from './forecast.js'

/** The figure so far with what is usual for the rest of the day; the second is a share of the first. */
export default defineShow((widget, [today, soFar, usual], tools) => {
  const [key = '', share] = widget.data?.columns ?? []
  if (!today || !soFar || !usual) {
    return { kind: 'message', icon: 'telescope', title: tools.word('choose') }
  }
  const of = (name: string) => ({
    now: numberOf(today, name),
    soFar: numberOf(soFar, name),
    whole: numberOf(usual, name),
  })
  const sum = expectedSum(of(key))
  const { unit, label } = tools.column(today, columnIn(today, key))
  return {
    kind: 'number',
    main: {
      ...shownLive(sum?.end ?? null, unit, widget.warnings),
      small: tools.word('soFar', { n: tools.format(numberOf(today, key), unit), what: label }),
    },
    beside: [
      { value: sum?.rest ?? null, unit, label: tools.word('rest') },
      ...(share ? [besideShare(share, today, tools, expectedShare(of(share), of(key)))] : []),
    ],
  }
})

function besideShare(key: string, answer: Answer, tools: ShowTools, value: number | null) {
  const { unit, label } = tools.column(answer, columnIn(answer, key))
  return { value, unit, label: tools.word('atThisPace', { what: label }) } satisfies ShownValue
}

function numberOf(answer: Answer, key: string): number | null {
  const value = totalOf(answer, key)
  return typeof value === 'number' ? value : null
}
