import type { ApexOptions } from 'apexcharts'
import type { Unit } from '../api/report_type.js'
import { formatDuration, formatValue, type Manner } from '../reports/format_value.js'
import type { DrawnChart, ChartSeries } from './chart_series.js'
import { escapeHtml } from './escape_html.js'

export interface ChartLook {
  /** Resolves a colour token as it is in the theme in force. */
  colour: (token: string) => string
  dark: boolean
  manner: Manner
  /** Of the rows, on the axis and above the tooltip. */
  shortLabels: string[]
  longLabels: string[]
  /** Pixels. */
  fontSize: number
  /** Each series is one stepped area instead of a bar per row. */
  dense: boolean
  /** What the sum of what stands on each other is called. */
  total: string
  /** Targets of the customer, by the key of the column. */
  targets: ReadonlyMap<string, number>
  /** Labels that the axis has room for. */
  room: number
  /** A point was pressed: its row, and which of the series. */
  press?: (at: number, series: number) => void
}

/** How ApexCharts is to draw a picture. */
export function chartOptions(
  plan: DrawnChart,
  shown: readonly ChartSeries[],
  look: ChartLook
): ApexOptions {
  const { colour, manner } = look
  const text = { fontSize: `${look.fontSize}px`, colors: colour('--chart-text') }
  return {
    annotations: { yaxis: targetLines(shown, look) },
    chart: {
      animations: { enabled: false },
      background: 'transparent',
      events: {
        click: (event: Event, _chart, at: { dataPointIndex?: number; seriesIndex?: number }) =>
          look.press?.(at.dataPointIndex ?? -1, pressedSeries(event, at.seriesIndex)),
      },
      fontFamily: 'inherit',
      parentHeightOffset: 0,
      selection: { enabled: false },
      // Dense areas come with their values added up already, the highest behind.
      stacked: plan.stacked && !look.dense,
      stackOnlyBar: true,
      toolbar: { show: false },
      zoom: { enabled: false },
    },
    colors: shown.map((series) => colour(series.colour)),
    dataLabels: { enabled: false },
    fill: { opacity: shown.map(({ behind }) => (behind && !look.dense ? 0.45 : 1)), type: 'solid' },
    grid: {
      borderColor: colour('--chart-grid'),
      padding: { top: -8, right: 2, bottom: look.dense ? 0 : -8, left: 2 },
      xaxis: { lines: { show: false } },
    },
    legend: { show: false },
    markers: { size: 0, hover: { size: 5 }, discrete: lonely(shown, look) },
    plotOptions: { bar: { borderRadius: 2, borderRadiusApplication: 'end', columnWidth: '68%' } },
    states: { active: { filter: { type: 'none' } }, hover: { filter: { type: 'none' } } },
    stroke: {
      curve: shown.map(({ drawn }) => (look.dense && drawn === 'bar' ? 'stepline' : 'straight')),
      width: shown.map(({ drawn, behind }) => (drawn === 'line' || behind ? 2.5 : 0)),
    },
    theme: { mode: look.dark ? 'dark' : 'light' },
    tooltip: {
      intersect: false,
      shared: true,
      x: {
        formatter: (_value, at) =>
          headText((at as { dataPointIndex: number }).dataPointIndex, plan, shown, look),
      },
      y: shown.map((one) => ({
        formatter: (_drawn: number | null, at?: { dataPointIndex: number }) =>
          pointText(one, at?.dataPointIndex ?? -1, plan.stacked ? shown : [], manner),
      })),
    },
    xaxis: {
      axisBorder: { color: colour('--chart-grid') },
      axisTicks: { show: false },
      ...(look.dense ? fewLabels(look) : { categories: look.shortLabels }),
      crosshairs: { show: shown.some(({ drawn }) => drawn === 'line') },
      labels: {
        hideOverlappingLabels: false,
        rotate: 0,
        style: text,
        trim: false,
        ...(look.dense && {
          formatter: (at: string) => look.shortLabels[Math.round(Number(at) - 1)] ?? '',
        }),
      },
      tooltip: { enabled: false },
    },
    yaxis: axes(shown, look),
  }
}

const stackOf = (shown: readonly ChartSeries[], at: number) =>
  shown
    .filter(({ drawn }) => drawn === 'bar')
    .reduce((sum, { values }) => sum + (values[at] ?? 0), 0)

/** A value, and of what stands on others also its share of all. */
function pointText(
  { drawn, unit, values }: ChartSeries,
  at: number,
  stack: readonly ChartSeries[],
  manner: Manner
) {
  const text = formatValue(values[at], unit, manner)
  const all = stackOf(stack, at)
  if (drawn !== 'bar' || !all || (values[at] ?? null) === null) return text
  return `${text} (${formatValue((100 * (values[at] ?? 0)) / all, 'percent', manner)})`
}

/** What the row is called, and how much stands on each other there in all. */
function headText(at: number, plan: DrawnChart, shown: readonly ChartSeries[], look: ChartLook) {
  const name = look.longLabels[at] ?? ''
  const bars = shown.filter(({ drawn }) => drawn === 'bar')
  if (!plan.stacked || bars.length < 2) return escapeHtml(name)
  const all = formatValue(stackOf(shown, at), bars[0]?.unit ?? 'count', look.manner)
  return escapeHtml(`${name} · ${look.total} ${all}`)
}

/** A line across at each target of a column that is drawn. */
function targetLines(
  shown: readonly ChartSeries[],
  { targets, colour, manner, fontSize }: ChartLook
) {
  const units = [...new Set(shown.map(({ unit }) => side(unit)))]
  return shown.flatMap(({ column, unit, label }) => {
    const target = column === null ? undefined : targets.get(column)
    if (target === undefined) return []
    return [
      {
        y: target,
        yAxisIndex: Math.min(1, units.indexOf(side(unit))),
        borderColor: colour('--chart-target'),
        strokeDashArray: 5,
        label: {
          text: `${label}: ${formatValue(target, unit, manner)}`,
          position: 'left',
          textAnchor: 'start',
          borderWidth: 0,
          style: {
            background: 'transparent',
            color: colour('--chart-target'),
            fontSize: `${fontSize}px`,
          },
        },
      },
    ]
  })
}

/** What was pressed on itself, where it was; else what the pointer is nearest to. */
function pressedSeries({ target }: Event, nearest = -1) {
  const drawn = (target as Element).closest?.('.apexcharts-series')?.getAttribute('data:realIndex')
  return drawn === null || drawn === undefined ? nearest : Number(drawn)
}

/** The library measures each label of a named axis, also empty ones: with hundreds of rows that takes seconds. */
const fewLabels = ({ shortLabels, room }: ChartLook) => ({
  type: 'numeric' as const,
  tickAmount: Math.max(1, Math.min(room, shortLabels.length - 1)),
})

/** A point of a line with nothing on either side would not be seen: it is given a dot. */
function lonely(shown: readonly ChartSeries[], { colour }: ChartLook) {
  return shown.flatMap(({ drawn, values, colour: token }, seriesIndex) => {
    if (drawn !== 'line') return []
    const there = (index: number) => (values[index] ?? null) !== null
    return values.flatMap((_, dataPointIndex) =>
      there(dataPointIndex) && !there(dataPointIndex - 1) && !there(dataPointIndex + 1)
        ? [
            {
              seriesIndex,
              dataPointIndex,
              size: 3,
              fillColor: colour(token),
              strokeColor: colour(token),
            },
          ]
        : []
    )
  })
}

/** One axis to the left for the unit of the first series, one to the right for what is of another. */
function axes(
  shown: readonly ChartSeries[],
  { colour, manner, fontSize }: ChartLook
): ApexOptions['yaxis'] {
  const units = [...new Set(shown.map((one) => side(one.unit)))].slice(0, 2)
  return units.map((unit, index) => ({
    seriesName: shown
      .filter((one) => side(one.unit) === unit || (index === 1 && !units.includes(side(one.unit))))
      .map(({ label }) => escapeHtml(label)),
    opposite: index === 1,
    min: 0,
    max: unit === 'percent' ? 100 : undefined,
    forceNiceScale: unit !== 'percent',
    tickAmount: unit === 'percent' ? 5 : undefined,
    decimalsInFloat: 0,
    labels: {
      formatter: (value: number) => axisText(value, unit, manner),
      style: { fontSize: `${fontSize}px`, colors: colour('--chart-text') },
    },
  }))
}

const side = (unit: Unit) => (unit === 'number' ? 'count' : unit)

function axisText(value: number, unit: Unit, manner: Manner) {
  // An axis without any value has no numbers, not even a nought.
  if (!Number.isFinite(value)) return ''
  if (unit === 'seconds') {
    if (manner.timeFormat === 'seconds') return String(Math.round(value))
    // Hours only where there are any: an axis has little room.
    return formatDuration(value).replace(/^00:/, '')
  }
  if (unit === 'percent') return `${Math.round(value)} %`
  return Number.isInteger(value) ? formatValue(value, 'count', manner) : ''
}
