import { RequestError } from '#core/http/request_error'
import type {
  BlockLength,
  HolidayTreatment,
  HoursCounted,
  IntervalGrouping,
  ReportPeriod,
  ReportQuery,
  ResultGrouping,
  TimeLabels,
} from '#core/reports/report_query'
import type { ServiceLevelFormula } from '#core/contracts/service_level'

/** A request whose fields are of the right kind, as the validator hands it over. */
export interface CheckedReportRequest {
  report: string
  period: Partial<Omit<ReportPeriod, 'from' | 'to' | 'holidays' | 'hours'>> & {
    from?: string
    to?: string
    holidays?: string
    hours?: string
  }
  interval?: string
  intervalMinutes?: number
  grouping?: string
  objects?: readonly string[] | 'all'
  groups?: readonly string[]
  columns?: readonly string[] | 'all'
  parameters?: Readonly<Record<string, readonly number[]>>
  breakdown?: boolean
  emptyRows?: boolean
  serviceLevel?: string
  timeLabels?: string
}

/** Fills in what was left out and checks what takes two fields to see. */
export function toReportQuery(request: CheckedReportRequest, locale: string): ReportQuery {
  return {
    report: request.report,
    period: toPeriod(request.period),
    interval: (request.interval ?? 'timeOfDay') as IntervalGrouping,
    intervalMinutes: (request.intervalMinutes ?? 30) as BlockLength,
    grouping: (request.grouping ?? 'total') as ResultGrouping,
    objects: request.objects ?? (request.groups ? [] : 'all'),
    groups: request.groups,
    columns: request.columns ?? 'all',
    parameters: request.parameters ?? {},
    breakdown: request.breakdown,
    emptyRows: request.emptyRows,
    serviceLevel: request.serviceLevel as ServiceLevelFormula | undefined,
    timeLabels: request.timeLabels as TimeLabels | undefined,
    locale,
  }
}

/** The same report of other days or other content; what is left out is the same. */
export function toComparedQuery(
  query: ReportQuery,
  {
    period,
    objects,
    groups,
  }: Pick<CheckedReportRequest, 'objects' | 'groups'> & {
    period?: { from: string; to: string }
  }
): ReportQuery {
  if (period && period.from > period.to) {
    throw wrong(
      'comparedWith.period.to',
      `The period ends (${period.to}) before it begins (${period.from}).`
    )
  }
  return {
    ...query,
    ...(period && { period: { ...query.period, ...period, dates: undefined } }),
    ...((objects ?? groups) && { objects: objects ?? [], groups }),
  }
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

function toPeriod(period: CheckedReportRequest['period']): ReportPeriod {
  const dates = period.dates && [...period.dates].sort()
  const from = dates ? dates[0] : period.from
  const to = dates ? dates.at(-1) : period.to
  if (!from) throw missing('period.from')
  if (!to) throw missing('period.to')
  if (from > to) {
    throw wrong('period.to', `The period ends (${to}) before it begins (${from}).`)
  }
  const fromTime = period.fromTime ?? '00:00'
  const toTime = period.toTime ?? '24:00'
  if (fromTime >= toTime) {
    throw wrong(
      'period.toTime',
      `The time of day must end after it begins: ${fromTime}–${toTime} is empty. The window applies to each day, so a night is two reports.`
    )
  }
  return {
    from,
    to,
    fromTime,
    toTime,
    weekdays: period.weekdays ?? EVERY_DAY,
    dates,
    ...(period.holidays && { holidays: period.holidays as HolidayTreatment }),
    ...(period.hours && { hours: period.hours as HoursCounted }),
  }
}

const missing = (field: string) =>
  wrong(field, `The ${field} is missing: give period.from and period.to, or period.dates.`)

const wrong = (field: string, message: string) =>
  new RequestError({ status: 422, code: 'E_PERIOD', message, field })
