import { axisStep } from '#core/contracts/charts/axis_step'
import { axisUnit, type PlannedSeries } from '#core/contracts/charts/plotted'
import type { CellText } from '../cell_text.js'
import type { Chart } from './chart_svg.js'

/** An axis from nothing to `most`, with a mark every `step`. */
export interface Axis {
  most: number
  step: number
  label(value: number, text: CellText): string
}

/** The axis at one side; undefined where nothing is measured along it. */
export function axisOf(
  { series, stacked, options }: Chart,
  side: PlannedSeries['axis']
): Axis | undefined {
  const along = series.filter(({ axis }) => axis === side)
  const [first] = along
  if (!first) return undefined
  const { column } = first
  const unit = axisUnit(column)
  const reached = unit === 'percent' ? 100 : highest(along, stacked)
  const step = axisStep(column, reached)
  return {
    step,
    most: Math.max(step, Math.ceil(reached / step) * step),
    label: (value, text) => {
      if (unit === 'percent') return `${value} %`
      if (unit === 'count') return text(value, 'count')
      const label = text(value, 'seconds')
      // Hours only where there are any.
      return options.timeFormat === 'hms' ? label.replace(/^00:/, '') : label
    },
  }
}

function highest(series: Chart['series'], stacked: boolean) {
  const lines = series.filter(({ drawn }) => drawn === 'line' || !stacked)
  const bars = series.filter(({ drawn }) => drawn === 'bar' && stacked)
  const alone = lines.flatMap(({ values }) => values.map((value) => value ?? 0))
  const [first] = bars
  const together = (first?.values ?? []).map((_, at) =>
    bars.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)
  )
  return [...alone, ...together].reduce((most, value) => Math.max(most, value), 0)
}
