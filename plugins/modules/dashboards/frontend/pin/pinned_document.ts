import type { BoardDocument, PlacedWidget, WidgetData } from '#core/contracts/board'
import type { DescribedReport } from '#core/contracts/described_report'
import type { ShownResult } from '#core/contracts/module_page'
import type { Json } from '#core/contracts/scalar'
import type { Kind } from '../api.js'
import { periodOfDates } from './period_of_dates.js'

/** Widgets that show the rows of the report as they are: those that keep its interval and grouping. */
const TABLE = 'report_table'

/** A board with the report on the screen as its only widget. */
export function pinnedDocument(
  result: ShownResult,
  { kinds, type, today }: { kinds: readonly Kind[]; type: DescribedReport; today: string }
): BoardDocument | null {
  const kind = kinds.find(({ key }) => key === (result.widget?.key ?? TABLE))
  if (!kind) return null
  const { smallest, usual } = kind
  const widget = pinnedWidget(result, kind, type, today)
  return {
    schema: 1,
    mode: 'rows',
    look: {},
    variables: {},
    places: [{ id: 'pinned', x: 0, y: 0, w: Math.max(smallest.w, usual.w), h: usual.h }],
    widgets: { pinned: widget },
  }
}

function pinnedWidget(
  result: ShownResult,
  kind: Kind,
  type: DescribedReport,
  today: string
): PlacedWidget {
  const { objects, groups, grouping, interval, intervalMinutes, dates, parameters } = result
  const data: WidgetData = {
    report: result.report,
    source: type.source,
    ...(type.objectTypes[0] && { objectType: type.objectTypes[0].key }),
    columns: columnsOf(result, kind, type),
    ...((objects?.length || groups?.length) && {
      objects: {
        ...(objects?.length && { objects }),
        ...(groups?.length && { groups }),
      },
    }),
    ...(dates && { period: { ...periodOfDates(dates, today), ...result.window } }),
    grouping,
    interval: interval as NonNullable<WidgetData['interval']>,
    intervalMinutes: intervalMinutes as NonNullable<WidgetData['intervalMinutes']>,
    ...(Object.keys(parameters).length && { parameters }),
  }
  const settings = settingsOf(result, kind)
  return {
    kind: kind.key,
    title: result.name.slice(0, 120),
    data,
    ...(Object.keys(settings).length && { settings }),
  }
}

/** What is chosen in the view, or else as many of the report’s own as the kind shows. */
function columnsOf({ widget, columns }: ShownResult, kind: Kind, type: DescribedReport): string[] {
  const { most = 1 } = kind.columns ?? {}
  if (!widget) return columns.slice(0, most)
  const chosen = widget.choices.column ?? widget.columns[0]
  if (!chosen) return []
  if (kind.needs !== 'parts') return [chosen]
  const whole = type.columns.find(({ key }) => key === chosen)
  const divisions = (whole?.consistsOf ?? []).filter((parts) => parts.length > 1)
  const parts = divisions[Number(widget.choices.division ?? 0)] ?? divisions[0] ?? []
  return [chosen, ...parts].slice(0, most)
}

/** What was chosen in the view and is a setting of the widget by the same name. */
function settingsOf({ widget }: ShownResult, { settings = {} }: Kind): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(widget?.choices ?? {}).flatMap(([name, value]): [string, Json][] => {
      const setting = settings[name]
      if (!setting) return []
      if (setting.type === 'number') return [[name, Number(value)]]
      return Object.hasOwn(setting.choices ?? {}, value) ? [[name, value]] : []
    })
  )
}
