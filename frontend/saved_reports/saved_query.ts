import type { LocationQueryRaw } from 'vue-router'
import type { ReportRequest } from '../api/report.js'
import type { ReportTypeInfo } from '../api/report_type.js'
import type { SavedQuery, Schedule } from '../api/saved_reports.js'
import { toAddress } from '../reports/report_address.js'
import { emptyDraft, toRequest, type ReportDraft } from '../reports/report_draft.js'

/** A saved report as the fields of the report tool hold it; the dates are those given. */
export function draftOf(
  query: SavedQuery,
  { from, to }: { from: string; to: string }
): ReportDraft {
  const { period = {}, columns } = query
  const usual = emptyDraft(from, to)
  return {
    ...usual,
    report: query.report,
    preset: columns === 'all' || columns === undefined ? 'all' : null,
    fromTime: period.fromTime ?? '00:00',
    toTime: period.toTime ?? '24:00',
    weekdays: [...(period.weekdays ?? usual.weekdays)],
    holidays: period.holidays !== 'leftOut',
    openHours: period.hours === 'open',
    intervalMinutes: query.intervalMinutes ?? usual.intervalMinutes,
    interval: query.interval ?? usual.interval,
    timeLabels: query.timeLabels ?? usual.timeLabels,
    grouping: query.grouping ?? usual.grouping,
    objects: objectsOf(query),
    groups: [...(query.groups ?? [])],
    columns: columns === 'all' || columns === undefined ? null : [...columns],
    parameters: Object.fromEntries(
      Object.entries(query.parameters ?? {}).map(([key, limits]) => [key, [...limits]])
    ),
    breakdown: query.breakdown ?? null,
    emptyRows: query.emptyRows ?? null,
    serviceLevel: query.serviceLevel ?? null,
  }
}

function objectsOf({ objects, groups }: SavedQuery): ReportDraft['objects'] {
  if (objects === undefined) return groups?.length ? [] : 'all'
  return objects === 'all' ? 'all' : [...objects]
}

/** What is saved of a request: all but its dates. */
export function savedQuery({ period, ...request }: ReportRequest): SavedQuery {
  const { fromTime, toTime, weekdays, holidays, hours } = period
  const window = {
    fromTime,
    toTime,
    weekdays,
    ...(holidays && { holidays }),
    ...(hours && { hours }),
  }
  return { ...request, period: window }
}

/** What is saved of a draft; null while no object is chosen. */
export function queryOf(draft: ReportDraft, type: ReportTypeInfo): SavedQuery | null {
  const request = toRequest({ ...draft, dates: [] }, type)
  return request && savedQuery(request)
}

/** The address of the report tool with a saved report as a schedule makes it. */
export function executeAddress(
  query: SavedQuery,
  schedule: Pick<Schedule, 'grouping' | 'interval' | 'timeFormat'>,
  period: { from: string; to: string }
): LocationQueryRaw {
  const { grouping, interval, timeFormat } = schedule
  return toAddress({ ...draftOf(query, period), grouping, interval, timeFormat })
}
