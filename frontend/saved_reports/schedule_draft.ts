import type { ExporterInfo } from '../api/report_type.js'
import type { Grouping, Interval } from '../api/report.js'
import { countedPeriods, type ScheduleChange } from '../api/saved_reports.js'

/** What a new schedule begins with: the week that ends, on Friday after work. */
export function newSchedule(
  zone: string,
  { grouping = 'total', interval = 'timeOfDay' }: { grouping?: Grouping; interval?: Interval } = {}
): ScheduleChange {
  return {
    send: 'fridays',
    sendTime: '18:00',
    zone,
    closedDays: 'send',
    period: 'weekToToday',
    periodCount: 1,
    grouping,
    interval,
    intervals: [],
    // Chosen among those there are once they are known.
    format: '',
    charts: true,
    specification: false,
    columnDescriptions: true,
    timeFormat: 'hms',
    ownRights: false,
  }
}

/** A schedule as it is sent to the server: asking for nothing that its kind of file cannot hold. */
export function scheduleChange(
  schedule: ScheduleChange,
  exporter: ExporterInfo | undefined
): ScheduleChange {
  const { period, periodCount, charts, specification, columnDescriptions, intervals } = schedule
  const { includes } = exporter ?? {}
  return {
    ...schedule,
    periodCount: countedPeriods[period] ? periodCount : 1,
    charts: charts && Boolean(includes?.charts),
    specification: specification && Boolean(includes?.specification),
    columnDescriptions: columnDescriptions && Boolean(includes?.columnDescriptions),
    intervals: includes?.manyIntervals ? intervals.filter((one) => one !== schedule.interval) : [],
  }
}

/** Whether the number of the period can be used. */
export function fitsCount({ period, periodCount }: ScheduleChange): boolean {
  const most = countedPeriods[period]
  return (
    most === undefined || (Number.isInteger(periodCount) && periodCount >= 1 && periodCount <= most)
  )
}
