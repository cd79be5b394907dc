import { checkedZone } from '#core/customers/zone'
import { can } from '#core/permissions/can'
import type { Reader } from '#core/permissions/reader'
import { registry } from '#core/plugins/registry'
import type { IntervalGrouping, ResultGrouping } from '#core/reports/report_query'
import { exportOptions } from '#core/reports/validators/export_options'
import { badPeriodCount, noSpecificationToSend } from '#core/saved_reports/errors'
import { mostOf, type PeriodChoice } from '#core/contracts/period_choice'
import type { SavedQuery } from '#core/saved_reports/saved_query'
import type { ClosedDays, SendChoice } from '#core/saved_reports/schedules/send_choice'

/** A schedule as the validator hands it over. */
export interface AskedSchedule {
  send: string
  sendTime: string
  zone?: string
  closedDays?: string
  period: string
  periodCount?: number
  grouping?: string
  interval?: string
  intervals?: readonly string[]
  format?: string
  charts?: boolean
  specification?: boolean
  columnDescriptions?: boolean
  timeFormat?: string
  ownRights?: boolean
}

/** The part of a schedule that says when, and which days. */
export function scheduleTimes(asked: AskedSchedule, zone: string) {
  const period = asked.period as PeriodChoice
  const most = mostOf(period)
  const periodCount = most === undefined ? 1 : (asked.periodCount ?? 0)
  if (periodCount < 1 || periodCount > (most ?? 1)) throw badPeriodCount(period)
  return {
    send: asked.send as SendChoice,
    sendTime: asked.sendTime,
    zone: checkedZone(asked.zone ?? zone),
    closedDays: (asked.closedDays ?? 'send') as ClosedDays,
    period,
    periodCount,
  }
}

/**
 * A schedule with everything that was not said: the groupings of the report itself, the customer's
 * zone, a workbook with what it can hold except calls.
 *
 * @param owner with whose rights it is made
 * @throws E_BAD_PERIOD_COUNT, E_UNKNOWN_ZONE, E_UNKNOWN_EXPORTER, E_NO_SPECIFICATION_TO_SEND
 */
export function savedSchedule(
  asked: AskedSchedule,
  { zone, query, owner }: { zone: string; query: SavedQuery; owner: Reader }
) {
  const times = scheduleTimes(asked, zone)
  const { format, charts, columnDescriptions, specification, timeFormat } = exportOptions(
    asked.format ?? usualFormat(),
    asked
  )
  if (asked.specification && !can(owner, 'specifications.open')) throw noSpecificationToSend()
  const interval = (asked.interval ?? query.interval ?? 'timeOfDay') as IntervalGrouping
  const intervals = (asked.intervals ?? []) as readonly IntervalGrouping[]
  return {
    ...times,
    grouping: (asked.grouping ?? query.grouping ?? 'total') as ResultGrouping,
    interval,
    intervals: intervals.filter((one) => one !== interval),
    format,
    charts,
    specification,
    columnDescriptions,
    timeFormat,
    ownRights: asked.ownRights ?? false,
  }
}

/** The first kind of file that has room for several groupings. */
function usualFormat(): string {
  const exporters = registry().exporters()
  return (exporters.find(({ includes }) => includes.manyIntervals) ?? exporters[0]).key
}
