import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import {
  blockLengths,
  groupings,
  intervals,
  timeFormats,
  timeLabels,
  type Interval,
} from '../api/report.js'
import { serviceLevelFormulas } from '#core/contracts/service_level'
import { usualInterval } from './fitting_intervals.js'
import type { Comparison } from './comparison.js'
import { everyDay, type ReportDraft } from './report_draft.js'

const DATE = /^\d{4}-\d{2}-\d{2}$/
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/
const LIMITS = 'limits.'
const OFF = 'off'
const OUT = 'out'

/** The draft as the page's address holds it: a reload, a bookmark and a colleague see the same. */
export function toAddress(draft: ReportDraft): LocationQueryRaw {
  const address: LocationQueryRaw = {
    report: draft.report ?? undefined,
    preset: draft.columns ? undefined : (draft.preset ?? undefined),
    from: draft.from,
    to: draft.to,
    fromTime: draft.fromTime,
    toTime: draft.toTime,
    interval: draft.interval,
  }
  if (draft.weekdays.length < 7) address.weekdays = [...draft.weekdays].sort().join('')
  if (draft.intervalMinutes !== 30) address.minutes = String(draft.intervalMinutes)
  if (draft.timeFormat !== 'hms') address.time = draft.timeFormat
  for (const [key, limits] of Object.entries(draft.parameters)) {
    address[LIMITS + key] = limits.join(',') || OFF
  }
  if (draft.objects === 'all') address.objects = 'all'
  else address.object = draft.objects
  return { ...address, ...advancedPart(draft), ...comparisonPart(draft.comparison) }
}

/** What a basic report has no choice of; nothing where all is as usual. */
function advancedPart(draft: ReportDraft): LocationQueryRaw {
  const part: LocationQueryRaw = {}
  if (draft.dates.length) part.dates = draft.dates.join(',')
  if (!draft.holidays) part.holidays = OUT
  if (draft.openHours) part.hours = 'open'
  if (draft.grouping !== 'total') part.grouping = draft.grouping
  if (draft.groups.length) part.group = draft.groups
  if (draft.columns) part.columns = draft.columns.join(',')
  if (draft.breakdown !== null) part.breakdown = draft.breakdown ? '1' : '0'
  if (draft.emptyRows !== null) part.empty = draft.emptyRows ? '1' : '0'
  if (draft.serviceLevel) part.serviceLevel = draft.serviceLevel
  if (draft.timeLabels !== 'range') part.labels = draft.timeLabels
  return part
}

function comparisonPart(comparison: Comparison | null): LocationQueryRaw {
  if (!comparison) return {}
  if (comparison.by === 'objects') {
    return { compare: 'objects', a: comparison.a || undefined, b: comparison.b || undefined }
  }
  return { compare: 'period', from2: comparison.from, to2: comparison.to }
}

/** The draft that an address holds; what it leaves out, or says wrongly, is as in `usual`. */
export function fromAddress(address: LocationQuery, usual: ReportDraft): ReportDraft {
  const minutes = Number(one(address.minutes))
  const from = matching(address.from, DATE) ?? usual.from
  const to = matching(address.to, DATE) ?? usual.to
  const weekdays = [...new Set(one(address.weekdays)?.match(/[1-7]/g)?.map(Number))]
  return {
    report: one(address.report) ?? null,
    preset: one(address.preset) ?? null,
    from,
    to,
    fromTime: matching(address.fromTime, CLOCK) ?? usual.fromTime,
    toTime: matching(address.toTime, CLOCK) ?? usual.toTime,
    weekdays: weekdays.length ? weekdays : [...(address.from ? everyDay : usual.weekdays)],
    intervalMinutes: blockLengths.find((length) => length === minutes) ?? 30,
    interval:
      intervals.find((name) => name === address.interval) ??
      (address.from ? usualInterval(from, to) : usual.interval),
    timeFormat:
      timeFormats.find((name) => name === address.time) ??
      (address.from ? 'hms' : usual.timeFormat),
    objects: objectsOf(address) ?? usual.objects,
    parameters: limitsOf(address),
    ...advancedOf(address),
  }
}

/** Undefined where the address says nothing of what the report is about. */
function objectsOf(address: LocationQuery) {
  if (address.objects === 'all') return 'all'
  return isWhole(address) ? many(address.object) : undefined
}

function advancedOf(address: LocationQuery) {
  const dates = list(address.dates).filter((date) => DATE.test(date))
  const columns = list(address.columns)
  return {
    dates: [...new Set(dates)].sort(),
    holidays: one(address.holidays) !== OUT,
    openHours: one(address.hours) === 'open',
    grouping: groupings.find((name) => name === address.grouping) ?? ('total' as const),
    groups: many(address.group),
    columns: columns.length ? columns : null,
    breakdown: yesOrNo(address.breakdown),
    emptyRows: yesOrNo(address.empty),
    serviceLevel: serviceLevelFormulas.find((name) => name === address.serviceLevel) ?? null,
    timeLabels: timeLabels.find((name) => name === address.labels) ?? ('range' as const),
    comparison: comparisonOf(address),
  }
}

function comparisonOf(address: LocationQuery): Comparison | null {
  if (address.compare === 'objects') {
    return { by: 'objects', a: one(address.a) ?? '', b: one(address.b) ?? '' }
  }
  const from = matching(address.from2, DATE)
  const to = matching(address.to2, DATE)
  return address.compare === 'period' && from && to ? { by: 'period', from, to } : null
}

/** Whether an address holds something to process. */
export function isWhole(address: LocationQuery): boolean {
  return Boolean(
    address.object ||
    address.objects ||
    address.group ||
    (address.compare === 'objects' && address.a)
  )
}

/** The interval that an address asks for. */
export function intervalOf(address: LocationQuery): Interval | undefined {
  return intervals.find((name) => name === address.interval)
}

function limitsOf(address: LocationQuery) {
  const limits: Record<string, number[]> = {}
  for (const [key, value] of Object.entries(address)) {
    if (!key.startsWith(LIMITS)) continue
    const text = one(value) ?? ''
    const seconds = text === OFF ? [] : parseLimits(text)
    if (seconds) limits[key.slice(LIMITS.length)] = seconds
  }
  return limits
}

/** Whole seconds, rising, from what was typed: `20, 40`. Null where it is no such list. */
export function parseLimits(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  if (!parts.length || !parts.every((part) => /^\d{1,5}$/.test(part))) return null
  return [...new Set(parts.map(Number))].sort((a, b) => a - b)
}

type AddressValue = LocationQuery[string] | undefined

const many = (value: AddressValue) =>
  [value].flat().filter((text): text is string => typeof text === 'string' && text !== '')
const one = (value: AddressValue): string | undefined => many(value)[0]
const yesOrNo = (value: AddressValue) => {
  const text = one(value)
  return text === undefined ? null : text === '1'
}
const list = (value: AddressValue) => (one(value) ?? '').split(',').filter(Boolean)
const matching = (value: AddressValue, pattern: RegExp) =>
  many(value).find((text) => pattern.test(text))
