import type { BoardDocument, PlacedWidget } from '#core/contracts/board'
import type { DescribedLive, DescribedReport } from '#core/contracts/described_report'
import type { WidgetPlugin } from '#core/contracts/widget'
import { boardUseOf } from '../board_use.js'

/** What everybody with the address is given beside figures. What is not named here is not in it. */
export interface ShownBoard {
  name: string
  language: string
  zone: string
  document: BoardDocument
  types: readonly DescribedReport[]
  live: readonly DescribedLive[]
  kinds: readonly ShownKind[]
}

interface ShownKind {
  key: string
  label: string
}

/** Picks field by field what a link gives out: objects, groups and whose the board is stay behind. */
export function shownPublicly(wish: {
  name: string
  language: string
  zone: string
  document: BoardDocument
  types: readonly DescribedReport[]
  live: readonly DescribedLive[]
  kinds: readonly WidgetPlugin[]
}): ShownBoard {
  const { name, language, zone, document, types, live, kinds } = wish
  const widgets = Object.values(document.widgets)
  const reports = new Map<string, Set<string>>()
  for (const { data } of widgets) {
    if (!data?.report) continue
    const columns = reports.get(data.report) ?? new Set<string>()
    for (const key of data.columns ?? []) columns.add(key)
    reports.set(data.report, columns)
  }
  const { schema, mode, look, places, phone } = document
  return {
    ...{ name, language, zone },
    document: {
      ...{ schema, mode, look, variables: {}, places },
      ...(phone && { phone }),
      widgets: Object.fromEntries(
        Object.entries(document.widgets).map(([id, widget]) => [id, shownWidget(widget)])
      ),
    },
    types: types
      .filter(({ key }) => reports.has(key))
      .map((type) => shownType(type, reports.get(type.key)!)),
    live: live
      .filter(({ source, objectType }) =>
        widgets.some(({ data }) => data?.source === source && data.objectType === objectType)
      )
      .map(({ source, sourceLabel, objectType, objectTypeLabel, figures }) => ({
        ...{ source, sourceLabel, objectType, objectTypeLabel },
        figures: figures.map(({ key, label, unit }) => ({ key, label, unit })),
      })),
    kinds: kinds
      .filter(({ key }) => widgets.some(({ kind }) => kind === key))
      .map(({ key, label }) => ({ key, label }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  }
}

function shownWidget({ kind, title, note, data, settings, warnings, look }: PlacedWidget) {
  return {
    kind,
    ...(title !== undefined && { title }),
    ...(note !== undefined && { note }),
    ...(data && {
      data: {
        ...(data.report && { report: data.report }),
        ...(data.columns && { columns: data.columns }),
        ...(data.source && { source: data.source }),
        ...(data.objectType && { objectType: data.objectType }),
        ...(data.period && { period: data.period }),
        ...(data.grouping && { grouping: data.grouping }),
        ...(data.interval && { interval: data.interval }),
      },
    }),
    ...(settings && { settings }),
    ...(warnings && { warnings }),
    ...(look && { look }),
  } satisfies PlacedWidget
}

/** A repeated column is asked for by the key of one repetition too: `serviceLevel_20`. */
const isAsked = (asked: ReadonlySet<string>, key: string) =>
  [...asked].some((one) => one === key || one.startsWith(`${key}_`))

const shownType = (type: DescribedReport, asked: ReadonlySet<string>): DescribedReport => ({
  key: type.key,
  source: type.source,
  sourceLabel: type.sourceLabel,
  label: type.label,
  description: '',
  basic: false,
  objectTypes: [],
  presets: [],
  parameters: [],
  followUp: false,
  columns: type.columns
    .filter(({ key }) => isAsked(asked, key))
    .map(({ key, label, unit, repeated }) => ({
      ...{ key, label, unit, description: '', hidden: false, serviceLevel: false, consistsOf: [] },
      repeated: repeated && { by: repeated.by, name: repeated.name, pattern: repeated.pattern },
    })),
})

/** Kinds that can be shown where nobody signs in. */
export const isShown = (kinds: readonly WidgetPlugin[], { kind }: PlacedWidget) => {
  const known = kinds.find(({ key }) => key === kind)
  return known !== undefined && boardUseOf(known).onScreen !== 'no'
}
