import type { BoardDocument, Place, PlacedWidget, WidgetData } from '#core/contracts/board'
import type {
  DescribedColumn,
  DescribedLive,
  DescribedReport,
} from '#core/contracts/described_report'

/** A dashboard that is ready for a report type of the customer’s. */
export interface BoardTemplate {
  /** `wall`, `desk` or `phone`, and the report type. */
  key: string
  kind: 'wall' | 'desk' | 'phone'
  report: string
  /** What the report type is called. */
  label: string
  source: string
  document: BoardDocument
}

/** Width in twelfths. */
type Cell = readonly [w: number, widget: PlacedWidget]
interface Row {
  h: number
  cells: readonly Cell[]
}

/** What a report type has that a board shows. */
interface Figures {
  whole: string
  good: string | undefined
  lost: string | undefined
  share: string | undefined
  wait: string | undefined
  parts: readonly string[]
}

/** The dashboards that can be made of the customer’s reports, and of what its sources tell now. */
export function templatesFor(
  types: readonly DescribedReport[],
  live: readonly DescribedLive[]
): BoardTemplate[] {
  return types.flatMap((type) => {
    const figures = figuresOf(type)
    if (!figures) return []
    const now = live.find(
      ({ source, objectType }) =>
        source === type.source && type.objectTypes.some(({ key }) => key === objectType)
    )
    const made = layouts(type, figures, now)
    return (['wall', 'desk', 'phone'] as const).map((kind) => ({
      key: `${kind}.${type.key}`,
      kind,
      report: type.key,
      label: type.label,
      source: type.sourceLabel,
      document: laidOut(made[kind]),
    }))
  })
}

/** The whole that is divided first, its first parts, a share and a mean time; null where nothing is counted. */
function figuresOf(type: DescribedReport): Figures | null {
  const columns = new Map(type.columns.map((column) => [column.key, column]))
  const first = type.presets[0]?.columns ?? []
  const shown = first.flatMap((key) => columns.get(key) ?? [])
  const plain = ({ repeated, hidden }: DescribedColumn) => !repeated && !hidden
  const whole =
    shown.find((column) => plain(column) && column.unit === 'count' && column.consistsOf.length) ??
    shown.find((column) => plain(column) && column.unit === 'count')
  if (!whole) return null
  const counted = ({ unit }: DescribedColumn) => unit === 'count'
  const partition = whole.consistsOf
    .map((keys) => keys.flatMap((key) => columns.get(key) ?? []).filter(plain))
    .find((parts) => parts.length > 1)
  const parts = (partition ?? shown.filter((one) => plain(one) && counted(one) && one !== whole))
    .filter(counted)
    .map(({ key }) => key)
  const all = [...shown, ...type.columns.filter(({ hidden }) => !hidden)]
  const by = (unit: string) =>
    all.find((column) => column.unit === unit && column.repeated?.by !== 'field')?.key
  return {
    whole: whole.key,
    good: parts[0],
    lost: parts[1],
    share: all.find(({ serviceLevel }) => serviceLevel)?.key ?? by('percent'),
    wait: by('seconds'),
    parts: parts.slice(0, 8),
  }
}

function layouts(type: DescribedReport, figures: Figures, now: DescribedLive | undefined) {
  const { whole, good, lost, share, wait, parts } = figures
  const about: WidgetData = {
    report: type.key,
    source: type.source,
    ...(type.objectTypes[0] && { objectType: now?.objectType ?? type.objectTypes[0].key }),
  }
  const of = (...columns: (string | undefined)[]): WidgetData => ({
    ...about,
    columns: columns.filter((key) => key !== undefined),
  })
  const number = (columns: (string | undefined)[], better = 'neither'): PlacedWidget => ({
    kind: 'number_tile',
    data: of(...columns),
    settings: { better },
  })
  const told = (figure: string) => now?.figures.some(({ key }) => key === figure)
  const calm = [
    { side: 'from', at: 3, look: 'warning' },
    { side: 'from', at: 6, look: 'critical' },
  ] as const
  const waiting: PlacedWidget = {
    kind: 'waiting_now',
    data: about,
    warnings: calm,
  }
  const level: PlacedWidget | null = share
    ? { kind: 'service_gauge', data: of(share, whole) }
    : null
  const answered: PlacedWidget | null = good ? number([good, whole], 'higher') : null
  const lostOnes: PlacedWidget | null = lost ? number([lost, whole], 'lower') : null
  const waits: PlacedWidget | null = wait ? number([wait], 'lower') : null
  const curve: PlacedWidget = { kind: 'day_curve', data: of(whole) }
  const outcomes: PlacedWidget | null =
    parts.length > 1 ? { kind: 'stacked_outcomes', data: of(...parts) } : null
  const ranking: PlacedWidget = { kind: 'ranking_bars', data: of(whole) }
  const table: PlacedWidget = told('waiting')
    ? { kind: 'queue_table', data: of(whole, good, lost, share), warnings: calm }
    : { kind: 'report_table', data: of(whole, good, lost, share) }
  const words: PlacedWidget = {
    kind: 'day_in_words',
    data: of(whole, good, share),
    look: { hideTitle: true },
  }
  const clock: PlacedWidget = { kind: 'clock_face', look: { hideTitle: true } }
  const nowRow = told('waiting')
    ? [
        waiting,
        { kind: 'longest_wait', data: about },
        told('agentsReady') ? { kind: 'agents_now', data: about } : null,
        level,
      ]
    : [number([whole]), answered, lostOnes, level ?? waits]
  return {
    wall: [
      shared(3, nowRow),
      {
        h: 5,
        cells: [
          [7, table],
          [5, curve],
        ] as Cell[],
      },
      told('waiting')
        ? shared(3, [number([whole]), answered, lostOnes, clock])
        : shared(3, [waits, outcomes ? null : ranking, words, clock]),
    ],
    desk: [
      shared(3, [number([whole]), answered, lostOnes, level]),
      {
        h: 6,
        cells: [
          [8, curve],
          [4, ranking],
        ] as Cell[],
      },
      {
        h: 6,
        cells: (outcomes
          ? [
              [6, outcomes],
              [6, table],
            ]
          : [[12, table]]) as Cell[],
      },
      { h: 2, cells: [[12, words]] as Cell[] },
    ],
    phone: [
      shared(3, told('waiting') ? [waiting, level ?? waits] : [number([whole]), level ?? waits]),
      shared(3, [answered, lostOnes]),
      { h: 5, cells: [[12, curve]] as Cell[] },
      { h: 5, cells: [[12, table]] as Cell[] },
    ],
  }
}

/** Those that there are, each as wide as the others. */
function shared(h: number, widgets: readonly (PlacedWidget | null)[]): Row {
  const there = widgets.filter((widget) => widget !== null)
  return { h, cells: there.map((widget) => [Math.floor(12 / there.length), widget] as const) }
}

function laidOut(rows: readonly Row[]): BoardDocument {
  const places: Place[] = []
  const widgets: Record<string, PlacedWidget> = {}
  let y = 0
  for (const { h, cells } of rows.filter((row) => row.cells.length)) {
    let x = 0
    for (const [w, widget] of cells) {
      const id = `w${places.length + 1}`
      places.push({ id, x, y, w, h })
      widgets[id] = widget
      x += w
    }
    y += h
  }
  return {
    schema: 1,
    mode: 'rows',
    look: {},
    variables: { period: { choice: 'today' } },
    places,
    widgets,
  }
}
