import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { printedColour, type ChartPlan, type PlannedSeries } from '#core/contracts/charts/plotted'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { reference, type ChartedTable } from './charted_table.js'
import { DRAWING } from './add_text.js'

/** Rows of the sheet are counted from 1, and the first is the header. */
const FIRST_ROW = 2

type Plotted = PlannedSeries<ColumnInfo> & {
  index: number
  plan: ChartPlan<ColumnInfo, Row>
  written?: { name: string; values: string }
}

/**
 * A column as a series: its name, the names of its rows and its values are cells, with what they hold
 * beside. Objects as series, whose values lie apart in the sheet, are written into the chart itself.
 */
export function addSeries(group: XMLBuilder, planned: Plotted, table: ChartedTable) {
  const { column, drawn, index, plan, ofRows, written } = planned
  const colour = printedColour(planned.colour)
  const place = table.columns.indexOf(column)
  const series = group.ele('c:ser')
  series.ele('c:idx', { val: index })
  series.ele('c:order', { val: index })
  const nameCell = ofRows ? reference(table.sheet, [place, 1]) : written?.name
  if (nameCell) {
    const name = series.ele('c:tx').ele('c:strRef')
    name.ele('c:f').txt(nameCell)
    addPoints(name.ele('c:strCache'), [ofRows ? table.headers[place] : planned.label])
  } else {
    series.ele('c:tx').ele('c:v').txt(planned.label)
  }

  if (drawn === 'bar') {
    addFill(series.ele('c:spPr'), colour)
    series.ele('c:invertIfNegative', { val: 0 })
  } else {
    addFill(series.ele('c:spPr').ele(DRAWING, 'a:ln', { w: 28_575, cap: 'rnd' }), colour)
    addMarker(series, colour, plan.rows)
  }
  const names = series.ele('c:cat')
  if (plan.along === 'rows') addNames(names, table)
  else addPoints(names.ele('c:strLit'), plan.rows.map(intervalOf))
  const { format, value } = table.formats[place]
  const values = series.ele('c:val')
  const range = ofRows ? cellsOf(table, place) : written?.values
  const cells = range ? values.ele('c:numRef') : undefined
  if (range) cells?.ele('c:f').txt(range)
  const points = cells ? cells.ele('c:numCache') : values.ele('c:numLit')
  points.ele('c:formatCode').txt(format)
  addPoints(
    points,
    planned.values.map((one) => value({ [column.key]: one }) as number | null)
  )
  if (drawn === 'line') series.ele('c:smooth', { val: 0 })
}

const intervalOf = (row: Row) => String(row.intervalLabel ?? row.interval ?? '')

/** The cells of a column, its header left out. */
const cellsOf = (table: ChartedTable, place: number) =>
  reference(table.sheet, [place, FIRST_ROW], [place, table.rows.length + 1])

/** What stands below each value: one name, or the interval and below it whose row it is. */
function addNames(parent: XMLBuilder, table: ChartedTable) {
  const text = (row: Row, place: number) => {
    const value = row[table.columns[place].key]
    return value === null || value === undefined ? null : String(value)
  }
  const [first, last] = namingPlaces(table)
  const { format, value } = table.formats[first]
  if (isDated(table)) {
    const dates = parent.ele('c:numRef')
    dates.ele('c:f').txt(cellsOf(table, first))
    const cache = dates.ele('c:numCache')
    cache.ele('c:formatCode').txt(format)
    addPoints(
      cache,
      table.rows.map((row) => value(row) as number | null)
    )
    return
  }
  if (first === last) {
    const names = parent.ele('c:strRef')
    names.ele('c:f').txt(cellsOf(table, last))
    addPoints(
      names.ele('c:strCache'),
      table.rows.map((row) => text(row, last))
    )
    return
  }
  const names = parent.ele('c:multiLvlStrRef')
  names.ele('c:f').txt(reference(table.sheet, [first, FIRST_ROW], [last, table.rows.length + 1]))
  const cache = names.ele('c:multiLvlStrCache')
  cache.ele('c:ptCount', { val: table.rows.length })
  // The nearest to the axis comes first.
  for (let place = last; place >= first; place--) {
    const level = cache.ele('c:lvl')
    addPointList(
      level,
      table.rows.map((row) => text(row, place))
    )
  }
}

/** The columns that rows are named by in a chart, from the first to the last. */
function namingPlaces(table: ChartedTable): [first: number, last: number] {
  const last = table.naming - 1
  return [oneInterval(table) ? last : 0, last]
}

/** Whether rows are named by one date or time. */
export function isDated(table: ChartedTable): boolean {
  const [first, last] = namingPlaces(table)
  return first === last && table.columns[first].interval !== undefined && isNumber(table, first)
}

const isNumber = ({ formats, rows }: ChartedTable, place: number) =>
  typeof formats[place].value(rows[0] ?? {}) === 'number'

/** The whole period as one row each: then its name says nothing. */
const oneInterval = ({ columns, rows }: ChartedTable) =>
  new Set(rows.map((row) => row[columns[0].key])).size < 2

function addPoints(cache: XMLBuilder, values: readonly (string | number | null)[]) {
  cache.ele('c:ptCount', { val: values.length })
  addPointList(cache, values)
}

function addPointList(cache: XMLBuilder, values: readonly (string | number | null)[]) {
  values.forEach((value, index) => {
    if (value !== null) cache.ele('c:pt', { idx: index }).ele('c:v').txt(String(value))
  })
}

function addFill(parent: XMLBuilder, colour: string) {
  parent.ele(DRAWING, 'a:solidFill').ele(DRAWING, 'a:srgbClr', { val: colour.slice(1) })
}

/** Few points are marked, so that one with nothing on either side is seen. */
function addMarker(series: XMLBuilder, colour: string, rows: readonly Row[]) {
  const marker = series.ele('c:marker')
  if (rows.length > 60) {
    marker.ele('c:symbol', { val: 'none' })
    return
  }
  marker.ele('c:symbol', { val: 'circle' })
  marker.ele('c:size', { val: 5 })
  const look = marker.ele('c:spPr')
  addFill(look, colour)
  addFill(look.ele(DRAWING, 'a:ln', { w: 9525 }), colour)
}
