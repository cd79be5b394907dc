import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { PlannedSeries } from '#core/contracts/charts/plotted'
import type { ExportOptions } from '#core/contracts/exporter'
import type { CellText } from '../cell_text.js'
import { PAGE_WIDTH } from '../context.js'
import { axisOf, type Axis } from './axis.js'
import { addBars, addLines, type Plot } from './add_series.js'

const HEIGHT = 190
const TOP = 10
const TITLE = 14
const SIDE = 46
const NAMES = 16
const LEGEND_LINE = 12
const TEXT = '#404b5a'
const GRID = '#dde2e8'
/** Points of a letter at the size of the labels. */
const LETTER = 3.9
const SIZE = 7.5

/** A series in the colour that it is printed in. */
export type DrawnValues = Omit<PlannedSeries, 'colour'> & { colour: string }

export interface Chart {
  /** Where the legend does not say what is measured. */
  title?: string
  stacked: boolean
  series: readonly DrawnValues[]
  /** Of the rows. */
  names: readonly string[]
  text: CellText
  options: ExportOptions
}

/** A chart as SVG, as wide as a page. */
export function chartSvg(chart: Chart): string {
  const legend = legendLines(chart.series)
  const top = chart.title ? TOP + TITLE : TOP
  const plot: Plot = {
    left: SIDE,
    top,
    width: PAGE_WIDTH - 2 * SIDE,
    height: HEIGHT - top - NAMES - legend.length * LEGEND_LINE - 6,
    slots: chart.names.length,
  }
  const svg = create({ invalidCharReplacement: '' }).ele('http://www.w3.org/2000/svg', 'svg', {
    viewBox: `0 0 ${PAGE_WIDTH} ${HEIGHT}`,
    width: PAGE_WIDTH,
    height: HEIGHT,
  })
  if (chart.title) addText(svg, SIDE, TOP - 1, chart.title, 'start')
  const axes = { left: axisOf(chart, 'left')!, right: axisOf(chart, 'right') }
  addAxis(svg, plot, axes.left, 'left', chart.text)
  if (axes.right) addAxis(svg, plot, axes.right, 'right', chart.text)
  addBars(svg, plot, axes.left, chart)
  for (const side of ['left', 'right'] as const) {
    const axis = axes[side]
    if (axis) addLines(svg, plot, axis, of(chart, 'line', side))
  }
  addNames(svg, plot, chart.names)
  addLegend(svg, legend, plot.top + plot.height + NAMES + LEGEND_LINE)
  return svg.end({ headless: true })
}

const of = ({ series }: Chart, drawn: PlannedSeries['drawn'], axis: PlannedSeries['axis']) =>
  series.filter((one) => one.drawn === drawn && one.axis === axis)

function addText(parent: XMLBuilder, x: number, y: number, text: string, anchor: string) {
  parent
    .ele('text', {
      x,
      y,
      'font-size': SIZE,
      'fill': TEXT,
      'text-anchor': anchor,
      'font-family': 'Roboto',
    })
    .txt(text)
}

function addAxis(
  svg: XMLBuilder,
  { left, top, width, height }: Plot,
  axis: Axis,
  side: PlannedSeries['axis'],
  text: CellText
) {
  for (let value = 0; value <= axis.most + axis.step / 1000; value += axis.step) {
    const y = top + height * (1 - value / axis.most)
    if (side === 'left') {
      svg.ele('line', {
        'x1': left,
        'x2': left + width,
        'y1': y,
        'y2': y,
        'stroke': GRID,
        'stroke-width': 0.6,
      })
    }
    const label = axis.label(value, text)
    if (side === 'left') addText(svg, left - 6, y + 2.5, label, 'end')
    else addText(svg, left + width + 6, y + 2.5, label, 'start')
  }
}

/** As many names as there is room for, evenly. */
function addNames(
  svg: XMLBuilder,
  { left, top, width, height, slots }: Plot,
  names: readonly string[]
) {
  const longest = Math.min(26, Math.max(...names.map(({ length }) => length)))
  const every = Math.ceil((longest * LETTER + 8) / (width / slots))
  names.forEach((name, index) => {
    if (index % every) return
    const x = left + (width * (index + 0.5)) / slots
    const shown = name.length > 26 ? `${name.slice(0, 25)}…` : name
    addText(svg, x, top + height + 11, shown, 'middle')
  })
}

interface LegendEntry extends DrawnValues {
  x: number
}

function legendLines(series: readonly DrawnValues[]): LegendEntry[][] {
  const lines: LegendEntry[][] = [[]]
  let x = SIDE
  for (const one of series) {
    const width = one.label.length * LETTER + 26
    if (x + width > PAGE_WIDTH - SIDE && lines[lines.length - 1].length) {
      lines.push([])
      x = SIDE
    }
    lines[lines.length - 1].push({ ...one, x })
    x += width
  }
  return lines
}

function addLegend(svg: XMLBuilder, lines: readonly LegendEntry[][], top: number) {
  lines.forEach((line, index) => {
    const y = top + index * LEGEND_LINE
    for (const { x, label, colour, drawn } of line) {
      if (drawn === 'bar') svg.ele('rect', { x, y: y - 6, width: 10, height: 7, fill: colour })
      else
        svg.ele('line', {
          'x1': x,
          'x2': x + 10,
          'y1': y - 2.5,
          'y2': y - 2.5,
          'stroke': colour,
          'stroke-width': 2,
        })
      addText(svg, x + 14, y, label, 'start')
    }
  })
}
