import type { ReportTypeInfo } from '../api/report_type.js'
import type { BlockLength, Interval, ReportRequest, TimeFormat } from '../api/report.js'

/** The choice of every column of a report type, beside its presets. */
export const ALL_COLUMNS = 'all'
export const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** What the reader has chosen so far. Dates are local, weekdays count from Monday as 1. */
export interface ReportDraft {
  report: string | null
  preset: string | null
  from: string
  to: string
  fromTime: string
  toTime: string
  weekdays: number[]
  intervalMinutes: BlockLength
  interval: Interval
  timeFormat: TimeFormat
  objects: string[] | 'all'
  parameters: Record<string, number[]>
}

/** What a new report begins with. */
export function emptyDraft(from: string, to: string): ReportDraft {
  return {
    report: null,
    preset: null,
    from,
    to,
    fromTime: '08:00',
    toTime: '17:00',
    weekdays: [...everyDay],
    intervalMinutes: 30,
    interval: 'timeOfDay',
    timeFormat: 'hms',
    objects: [],
    parameters: {},
  }
}

/** The columns that a preset stands for, in its order. */
export function presetColumns(type: ReportTypeInfo, preset: string | null): string[] {
  const found = type.presets.find(({ key }) => key === preset)
  if (found) return found.columns
  return type.columns.filter((column) => !column.hidden).map((column) => column.key)
}

/** The request that the draft amounts to; null while no report or object is chosen. */
export function toRequest(draft: ReportDraft, type: ReportTypeInfo): ReportRequest | null {
  if (draft.objects !== 'all' && draft.objects.length === 0) return null
  return {
    report: type.key,
    period: {
      from: draft.from,
      to: draft.to,
      fromTime: draft.fromTime,
      toTime: draft.toTime,
      weekdays: [...draft.weekdays].sort(),
    },
    interval: draft.interval,
    intervalMinutes: draft.intervalMinutes,
    grouping: 'total',
    objects: draft.objects === 'all' ? 'all' : [...draft.objects],
    columns: presetColumns(type, draft.preset),
    parameters: Object.fromEntries(
      type.parameters.map(({ key, default: usual }) => [key, draft.parameters[key] ?? usual])
    ),
  }
}
