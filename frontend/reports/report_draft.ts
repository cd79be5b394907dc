import type { ReportTypeInfo } from '../api/report_type.js'
import type {
  BlockLength,
  Grouping,
  Interval,
  ReportRequest,
  TimeFormat,
  TimeLabels,
} from '../api/report.js'
import type { ServiceLevelFormula } from '#core/contracts/service_level'
import { usualInterval } from './fitting_intervals.js'
import { contentOf, type Comparison } from './comparison.js'

/** The choice of every column of a report type, beside its presets. */
export const ALL_COLUMNS = 'all'
export const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** What the reader has chosen so far. Dates are local, weekdays count from Monday as 1. */
export interface ReportDraft {
  report: string | null
  preset: string | null
  from: string
  to: string
  /** Single dates, rising, instead of the stretch; none for the stretch. */
  dates: string[]
  fromTime: string
  toTime: string
  weekdays: number[]
  /** Whether the customer's holidays count as other days do. */
  holidays: boolean
  /** Whether only what lies within the customer's opening hours counts. */
  openHours: boolean
  intervalMinutes: BlockLength
  interval: Interval
  timeFormat: TimeFormat
  timeLabels: TimeLabels
  grouping: Grouping
  objects: string[] | 'all'
  /** Groups that are chosen whole. */
  groups: string[]
  /** The reader's own choice of columns; null follows the preset. */
  columns: string[] | null
  /** By key; an empty list is a parameter that is switched off, and its columns are left out. */
  parameters: Record<string, number[]>
  /** Null is what is usual for the report type. */
  breakdown: boolean | null
  /** Null is as usual: rows without calls where rows are not objects. */
  emptyRows: boolean | null
  /** Null is the customer's own. */
  serviceLevel: ServiceLevelFormula | null
  comparison: Comparison | null
}

/** The hours of the day where nobody has said others. */
const usualHours = { from: '08:00', to: '17:00' }

/** What a new report begins with. */
export function emptyDraft(from: string, to: string, hours = usualHours): ReportDraft {
  return {
    report: null,
    preset: null,
    from,
    to,
    dates: [],
    fromTime: hours.from,
    toTime: hours.to,
    weekdays: [...everyDay],
    holidays: true,
    openHours: false,
    intervalMinutes: 30,
    interval: usualInterval(from, to),
    timeFormat: 'hms',
    timeLabels: 'range',
    grouping: 'total',
    objects: 'all',
    groups: [],
    columns: null,
    parameters: {},
    breakdown: null,
    emptyRows: null,
    serviceLevel: null,
    comparison: null,
  }
}

/** The columns that a preset stands for, in its order. */
export function presetColumns(type: ReportTypeInfo, preset: string | null): string[] {
  const found = type.presets.find(({ key }) => key === preset)
  if (found) return found.columns
  return type.columns.filter((column) => !column.hidden).map((column) => column.key)
}

/** The columns of a draft: its own or its preset's, without those of parameters that are switched off. */
export function draftColumns(draft: ReportDraft, type: ReportTypeInfo): string[] {
  const off = new Set(
    type.columns
      .filter(({ repeated }) => repeated && isOff(draft, repeated))
      .map((column) => column.key)
  )
  return (draft.columns ?? presetColumns(type, draft.preset)).filter((key) => !off.has(key))
}

/** Whether the draft's report has a row per part. */
export function hasParts(draft: ReportDraft, type: ReportTypeInfo | undefined): boolean {
  const preset = draft.columns ? undefined : type?.presets.find(({ key }) => key === draft.preset)
  return draft.breakdown ?? preset?.breakdown ?? type?.breakdown?.byDefault ?? false
}

const isOff = ({ parameters }: ReportDraft, { by, name }: { by: string; name: string }) =>
  by !== 'field' && parameters[name]?.length === 0

/** The first and last day that count, and the single dates where those are chosen instead of a stretch. */
export function draftDays({ from, to, dates }: ReportDraft) {
  const [first] = dates
  return first ? { from: first, to: dates.at(-1) ?? first, dates: [...dates] } : { from, to }
}

/** The request that the draft amounts to; null while no report or object is chosen. */
export function toRequest(draft: ReportDraft, type: ReportTypeInfo): ReportRequest | null {
  const content = contentOf(draft)
  if (!content) return null
  const { emptyRows, serviceLevel, timeLabels } = draft
  return {
    report: type.key,
    period: {
      ...draftDays(draft),
      fromTime: draft.fromTime,
      toTime: draft.toTime,
      // A date that was picked counts whatever day it is.
      weekdays: draft.dates.length ? everyDay : [...draft.weekdays].sort(),
      ...(!draft.dates.length && !draft.holidays && { holidays: 'leftOut' as const }),
      ...(draft.openHours && { hours: 'open' as const }),
    },
    interval: draft.interval,
    intervalMinutes: draft.intervalMinutes,
    grouping: draft.comparison?.by === 'objects' ? 'total' : draft.grouping,
    ...content,
    columns: draftColumns(draft, type),
    parameters: Object.fromEntries(
      type.parameters.map(({ key, default: usual }) => {
        const chosen = draft.parameters[key]
        return [key, chosen?.length ? chosen : usual]
      })
    ),
    ...(type.breakdown && { breakdown: hasParts(draft, type) }),
    ...(emptyRows !== null && { emptyRows }),
    ...(serviceLevel && { serviceLevel }),
    ...(timeLabels !== 'range' && { timeLabels }),
  }
}

/** The other side of a comparison; null where nothing is compared, or not enough is chosen. */
export function toComparedRequest(draft: ReportDraft, type: ReportTypeInfo): ReportRequest | null {
  const { comparison } = draft
  if (comparison?.by === 'objects') {
    return toRequest({ ...draft, comparison: { ...comparison, a: comparison.b } }, type)
  }
  if (comparison?.by === 'period') {
    return toRequest({ ...draft, from: comparison.from, to: comparison.to, dates: [] }, type)
  }
  return null
}
