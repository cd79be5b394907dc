import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { Axis } from './axis.js'
import type { Chart, DrawnValues } from './chart_svg.js'

/** Where values are drawn, in points, and how many rows share its width. */
export interface Plot {
  left: number
  top: number
  width: number
  height: number
  slots: number
}

/** Of a slot, what its bars take. */
const FILLED = 0.68

/** Bars beside each other, or on each other. */
export function addBars(svg: XMLBuilder, plot: Plot, axis: Axis, { series, stacked }: Chart) {
  const bars = series.filter(({ drawn }) => drawn === 'bar')
  const slot = plot.width / plot.slots
  const width = (slot * FILLED) / (stacked ? 1 : Math.max(1, bars.length))
  for (let row = 0; row < plot.slots; row++) {
    let below = 0
    bars.forEach(({ values, colour }, index) => {
      const value = values[row] ?? 0
      if (value <= 0) return
      const height = (plot.height * value) / axis.most
      const x = plot.left + slot * row + (slot * (1 - FILLED)) / 2 + (stacked ? 0 : index * width)
      const y = plot.top + plot.height - below - height
      svg.ele('rect', {
        x: round(x),
        y: round(y),
        width: round(width),
        height: round(height),
        fill: colour,
      })
      if (stacked) below += height
    })
  }
}

/** Lines with a dot at each value, broken where there was nothing to measure. */
export function addLines(svg: XMLBuilder, plot: Plot, axis: Axis, lines: readonly DrawnValues[]) {
  const slot = plot.width / plot.slots
  for (const { values, colour } of lines) {
    const points = values.map((value, row) =>
      value === null
        ? null
        : [plot.left + slot * (row + 0.5), plot.top + plot.height * (1 - value / axis.most)].map(
            round
          )
    )
    const path = points
      .map((point, row) => point && `${row && points[row - 1] ? 'L' : 'M'}${point.join(' ')}`)
      .filter(Boolean)
      .join('')
    if (!path) continue
    svg.ele('path', { 'd': path, 'fill': 'none', 'stroke': colour, 'stroke-width': 1.8 })
    if (plot.slots > 60) continue
    for (const point of points) {
      if (point) svg.ele('circle', { cx: point[0], cy: point[1], r: 1.8, fill: colour })
    }
  }
}

const round = (value: number) => Math.round(value * 100) / 100
