import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { addTextLook, DRAWING } from './add_text.js'
import type { AxisScale } from './axis_scale.js'
import type { AXES } from './chart_part.js'

const GRID = 'DDE2E8'
const SMALL = { size: 900 }

/** The axis of rows below, that of values to the left, and to the right another where there are two units. */
export function addAxes(
  area: XMLBuilder,
  axes: typeof AXES,
  scales: { left: AxisScale; right?: AxisScale },
  /** How the names of rows are shown where they are dates or times. */
  rowFormat = 'General'
) {
  addRowAxis(area, axes.left, { hidden: false, format: rowFormat })
  addValueAxis(area, axes.left, scales.left, 'l')
  if (!scales.right) return
  addRowAxis(area, axes.right, { hidden: true, format: rowFormat })
  addValueAxis(area, axes.right, scales.right, 'r')
}

type Numbers = (typeof AXES)['left']

function addRowAxis(
  area: XMLBuilder,
  numbers: Numbers,
  { hidden, format }: { hidden: boolean; format: string }
) {
  const axis = area.ele('c:catAx')
  axis.ele('c:axId', { val: numbers.rows })
  axis.ele('c:scaling').ele('c:orientation', { val: 'minMax' })
  axis.ele('c:delete', { val: hidden ? 1 : 0 })
  axis.ele('c:axPos', { val: 'b' })
  axis.ele('c:numFmt', { formatCode: format, sourceLinked: 0 })
  axis.ele('c:majorTickMark', { val: 'none' })
  axis.ele('c:minorTickMark', { val: 'none' })
  axis.ele('c:tickLblPos', { val: 'low' })
  addLine(axis)
  addTextLook(axis, SMALL)
  axis.ele('c:crossAx', { val: numbers.values })
  axis.ele('c:crosses', { val: 'autoZero' })
  axis.ele('c:auto', { val: 0 })
  axis.ele('c:lblAlgn', { val: 'ctr' })
  axis.ele('c:lblOffset', { val: 100 })
  axis.ele('c:noMultiLvlLbl', { val: 0 })
}

function addValueAxis(
  area: XMLBuilder,
  numbers: Numbers,
  { format, most, step }: AxisScale,
  side: 'l' | 'r'
) {
  const axis = area.ele('c:valAx')
  axis.ele('c:axId', { val: numbers.values })
  const scaling = axis.ele('c:scaling')
  scaling.ele('c:orientation', { val: 'minMax' })
  if (most !== undefined) scaling.ele('c:max', { val: most })
  scaling.ele('c:min', { val: 0 })
  axis.ele('c:delete', { val: 0 })
  axis.ele('c:axPos', { val: side })
  if (side === 'l') addLine(axis.ele('c:majorGridlines'))
  axis.ele('c:numFmt', { formatCode: format, sourceLinked: 0 })
  axis.ele('c:majorTickMark', { val: 'none' })
  axis.ele('c:minorTickMark', { val: 'none' })
  axis.ele('c:tickLblPos', { val: 'nextTo' })
  addLine(axis)
  addTextLook(axis, SMALL)
  axis.ele('c:crossAx', { val: numbers.rows })
  axis.ele('c:crosses', { val: side === 'l' ? 'autoZero' : 'max' })
  axis.ele('c:crossBetween', { val: 'between' })
  if (step !== undefined) axis.ele('c:majorUnit', { val: step })
}

function addLine(parent: XMLBuilder) {
  parent
    .ele('c:spPr')
    .ele(DRAWING, 'a:ln', { w: 9525 })
    .ele(DRAWING, 'a:solidFill')
    .ele(DRAWING, 'a:srgbClr', { val: GRID })
}
