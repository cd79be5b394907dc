import { newPart } from '../parts/new_part.js'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { ChartPlan, PlannedSeries } from '#core/contracts/charts/plotted'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { addAxes } from './add_axes.js'
import { addSeries, isDated } from './add_series.js'
import { axisScale } from './axis_scale.js'
import { addText, CHART, DRAWING } from './add_text.js'
import type { ChartedTable, WrittenSeries } from './charted_table.js'

/** The axes of a chart, by number: one of rows and one of values on either side. */
export const AXES = { left: { rows: 1001, values: 1002 }, right: { rows: 1003, values: 1004 } }

type Drawn = ChartPlan<ColumnInfo, Row>

/** The part of a chart that people can change: each series points at the cells of its column. */
export function chartPart(
  drawn: Drawn,
  table: ChartedTable,
  title: string,
  written: WrittenSeries
): string {
  const space = newPart().ele(CHART, 'c:chartSpace')
  space.att('http://www.w3.org/2000/xmlns/', 'xmlns:a', DRAWING)
  space.ele('c:date1904', { val: 0 })
  space.ele('c:roundedCorners', { val: 0 })
  const chart = space.ele('c:chart')
  const heading = chart.ele('c:title')
  addText(heading.ele('c:tx'), title, { size: 1200, bold: true })
  heading.ele('c:overlay', { val: 0 })
  chart.ele('c:autoTitleDeleted', { val: 0 })

  const area = chart.ele('c:plotArea')
  area.ele('c:layout')
  const numbered = drawn.series.map((series, index) => ({
    ...series,
    index,
    plan: drawn,
    written: written.get(series),
  }))
  const of = (kind: PlannedSeries['drawn'], axis: PlannedSeries['axis']) =>
    numbered.filter((series) => series.drawn === kind && series.axis === axis)
  addBars(area, of('bar', 'left'), table, drawn.stacked)
  addLines(area, of('line', 'left'), table, 'left')
  addLines(area, of('line', 'right'), table, 'right')
  const scale = (axis: PlannedSeries['axis']) =>
    axisScale(
      drawn.series.filter((series) => series.axis === axis),
      table
    )
  addAxes(
    area,
    AXES,
    { left: scale('left')!, right: scale('right') },
    isDated(table) ? table.formats[0].format : undefined
  )

  const legend = chart.ele('c:legend')
  legend.ele('c:legendPos', { val: 'b' })
  legend.ele('c:overlay', { val: 0 })
  chart.ele('c:plotVisOnly', { val: 1 })
  chart.ele('c:dispBlanksAs', { val: 'gap' })
  return space.end()
}

type Numbered = PlannedSeries<ColumnInfo> & {
  index: number
  plan: Drawn
  written?: { name: string; values: string }
}

function addBars(
  area: XMLBuilder,
  series: readonly Numbered[],
  table: ChartedTable,
  stacked: boolean
) {
  if (!series.length) return
  const bars = area.ele('c:barChart')
  bars.ele('c:barDir', { val: 'col' })
  bars.ele('c:grouping', { val: stacked ? 'stacked' : 'clustered' })
  bars.ele('c:varyColors', { val: 0 })
  for (const one of series) addSeries(bars, one, table)
  bars.ele('c:gapWidth', { val: 50 })
  if (stacked) bars.ele('c:overlap', { val: 100 })
  addAxisNumbers(bars, 'left')
}

function addLines(
  area: XMLBuilder,
  series: readonly Numbered[],
  table: ChartedTable,
  axis: PlannedSeries['axis']
) {
  if (!series.length) return
  const lines = area.ele('c:lineChart')
  lines.ele('c:grouping', { val: 'standard' })
  lines.ele('c:varyColors', { val: 0 })
  for (const one of series) addSeries(lines, one, table)
  lines.ele('c:marker', { val: 1 })
  addAxisNumbers(lines, axis)
}

function addAxisNumbers(group: XMLBuilder, axis: PlannedSeries['axis']) {
  group.ele('c:axId', { val: AXES[axis].rows })
  group.ele('c:axId', { val: AXES[axis].values })
}
