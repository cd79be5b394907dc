import type { ApexOptions } from 'apexcharts'
import type { Unit } from '../api/report_type.js'
import { formatDuration, formatValue, type Manner } from '../reports/format_value.js'
import { escapeHtml } from './escape_html.js'
import { heatScale } from './heat_scale.js'
import type { Picture } from '#core/contracts/widget_view'

export interface FigureLook {
  /** Resolves a colour token as it is in the theme in force. */
  colour: (token: string) => string
  dark: boolean
  manner: Manner
  /** Pixels. */
  fontSize: number
  width: number
}

/** Pixels that a picture needs to be read. */
export function figureHeight({ kind, categories, series }: Picture): number {
  if (kind === 'heat') return Math.max(180, series.length * 30 + 70)
  if (kind === 'rows') return Math.max(160, categories.length * 30 + 70)
  return 320
}

/** The values as ApexCharts takes them. */
export function figureSeries({ kind, series, marks }: Picture): ApexAxisChartSeries {
  const all = series.map(({ label, values }) => ({
    name: escapeHtml(label),
    data: marks ? values.map((y, x) => ({ x, y })) : [...values],
  }))
  // The library draws the first line at the bottom.
  return (kind === 'heat' ? all.reverse() : all) as ApexAxisChartSeries
}

/** How ApexCharts is to draw a picture. */
export function figureOptions(picture: Picture, look: FigureLook): ApexOptions {
  const { colour, fontSize, manner } = look
  const { kind, series, categories } = picture
  const text = { fontSize: `${fontSize}px`, colors: colour('--chart-text') }
  const unitOf = (index: number) =>
    (series[kind === 'heat' ? series.length - 1 - index : index]?.unit ?? 'count') as Unit
  const lying = kind === 'rows'
  const numbers = {
    labels: {
      formatter: (value: number | string) => axisText(Number(value), unitOf(0), manner),
      style: text,
    },
  }
  const names = namesAxis(picture, look)
  return {
    annotations: { xaxis: marks(picture, look) },
    chart: {
      animations: { enabled: false },
      background: 'transparent',
      fontFamily: 'inherit',
      parentHeightOffset: 0,
      selection: { enabled: false },
      stacked: Boolean(picture.stacked),
      toolbar: { show: false },
      zoom: { enabled: false },
    },
    colors: series.map((_, index) => colour(`--chart-${(index % 10) + 1}`)),
    dataLabels: { enabled: false },
    fill: { opacity: 1 },
    grid: {
      borderColor: colour('--chart-grid'),
      padding: { top: picture.marks ? 48 : 0, right: 12, bottom: 0, left: 8 },
      xaxis: { lines: { show: lying } },
      yaxis: { lines: { show: !lying && kind !== 'heat' } },
    },
    legend: { show: false },
    plotOptions: {
      bar: {
        horizontal: lying,
        borderRadius: 2,
        borderRadiusApplication: 'end',
        barHeight: '70%',
        columnWidth: picture.marks ? '92%' : '70%',
      },
      heatmap: {
        radius: 2,
        enableShades: false,
        colorScale: {
          ranges: heatScale(kind === 'heat' ? series : []).map((range, step) => ({
            ...range,
            color: colour(`--heat-${step + 1}`),
          })),
        },
      },
    },
    states: { active: { filter: { type: 'none' } }, hover: { filter: { type: 'none' } } },
    stroke:
      kind === 'heat'
        ? { width: 1, colors: [colour('--heat-gap')] }
        : { curve: 'straight', width: kind === 'lines' ? 2.5 : 0 },
    theme: { mode: look.dark ? 'dark' : 'light' },
    tooltip: {
      intersect: kind === 'heat' || lying,
      shared: kind !== 'heat' && !lying,
      x: {
        formatter: (_value, at) =>
          escapeHtml(categories[(at as { dataPointIndex: number }).dataPointIndex] ?? ''),
      },
      y: {
        formatter: (value: number | null, at?: { seriesIndex: number }) =>
          formatValue(value, unitOf(at?.seriesIndex ?? 0), manner),
      },
    },
    xaxis: lying ? { ...numbers, categories: [...categories] } : names,
    yaxis: lying
      ? { labels: { style: text, maxWidth: look.width * (look.width < 480 ? 0.45 : 0.32) } }
      : kind === 'heat'
        ? { labels: { style: text, maxWidth: Math.max(80, look.width * 0.25) } }
        : { ...numbers, min: 0, forceNiceScale: true },
  }
}

/** The axis that categories stand along; only as many are named as there is room for. */
function namesAxis(
  { categories: whole, marks: marked }: Picture,
  look: FigureLook
): ApexOptions['xaxis'] {
  const { colour, fontSize, width } = look
  const categories = whole.map(shortName)
  const longest = Math.max(3, ...categories.map(({ length }) => length))
  const room = Math.max(2, Math.floor((width - 80) / (longest * fontSize * 0.62 + 12)))
  const every = Math.ceil(categories.length / room)
  const style = { fontSize: `${fontSize}px`, colors: colour('--chart-text') }
  const shown = (index: number) => (index % every === 0 ? (categories[index] ?? '') : '')
  const common = {
    axisBorder: { color: colour('--chart-grid') },
    axisTicks: { show: false },
    tooltip: { enabled: false },
  }
  const labels = { hideOverlappingLabels: false, rotate: 0, style, trim: false }
  if (!marked) {
    return { ...common, categories: categories.map((_, index) => shown(index)), labels }
  }
  const last = categories.length - 1
  return {
    ...common,
    type: 'numeric',
    min: -0.5,
    max: last + 0.5,
    tickAmount: Math.max(1, Math.min(last, room)),
    labels: { ...labels, formatter: (value) => categories[Math.round(Number(value))] ?? '' },
  }
}

/** A stretch of time by its beginning, a duration without hours that are none, and no more of a name than there is room for. */
const shortName = (name: string) => {
  if (/^\d\d:\d\d–/.test(name)) return name.slice(0, 5)
  if (/^00:\d\d:\d\d$/.test(name)) return name.slice(3)
  return name.length > 14 ? `${name.slice(0, 13)}…` : name
}

/** Each mark's name on a line of its own, so that two that lie close can be read. */
const marks = (picture: Picture, { colour, fontSize }: FigureLook) =>
  (picture.marks ?? []).map(({ at, label }, index) => ({
    x: at,
    strokeDashArray: 4,
    borderColor: colour('--chart-line'),
    label: {
      text: label,
      orientation: 'horizontal' as const,
      offsetY: -36 + index * 18,
      borderWidth: 0,
      style: {
        fontSize: `${fontSize}px`,
        color: colour('--chart-label-text'),
        background: colour('--chart-label'),
      },
    },
  }))

function axisText(value: number, unit: Unit, manner: Manner) {
  if (!Number.isFinite(value)) return ''
  if (unit === 'seconds' && manner.timeFormat !== 'seconds') {
    // Hours only where there are any: an axis has little room.
    return formatDuration(value).replace(/^00:/, '')
  }
  if (unit === 'percent') return `${Math.round(value)} %`
  if (unit === 'count' && !Number.isInteger(value)) return ''
  return formatValue(value, unit, manner)
}
