import type { Picture } from '#core/contracts/widget_view'

/** A scale from nothing to a round number above all values, in steps that the eye can follow. */
export function scaleOf(values: readonly (number | null)[]): { top: number; ticks: number[] } {
  const most = Math.max(0, ...values.filter((value) => value !== null))
  const rough = (most || 4) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((size) => size >= rough)!
  // Calls are whole: a scale of halves would say what cannot be.
  const whole = most <= 4 ? 1 : step
  const count = Math.max(1, Math.ceil(most / whole))
  return { top: count * whole, ticks: Array.from({ length: count + 1 }, (_, at) => at * whole) }
}

/** Of stacked series what lies below each value, and how high each stack is. */
export function stacks({ series, categories }: Picture) {
  const tops = categories.map(() => 0)
  const below = series.map(({ values }) =>
    categories.map((_, at) => {
      const base = tops[at] ?? 0
      tops[at] = base + (values[at] ?? 0)
      return base
    })
  )
  return { below, tops }
}
