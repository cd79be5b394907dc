import type { Row } from '#core/contracts/scalar'
import { closedDates } from '#core/customers/opening_hours'
import { planTotal } from '#core/reports/headline/plan_total'
import { quantile } from '#core/reports/headline/quantile'
import { weeksBefore } from '#core/reports/headline/weeks_before'
import { readTable } from '#core/reports/plan_report'
import type { ReportSources } from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'

/** So many weeks a usual day is of. */
const WEEKS = 8

/**
 * The median of each figure over the same weekday in the weeks before, holidays and days without figures
 * left out, of today up to the same minute. Null for more than a day, and before the day has begun.
 *
 * @param now the local date and time of day up to which there are figures, `2026-01-31` and `08:30`
 */
export async function usualDay(
  query: ReportQuery,
  now: { date: string; time: string },
  keys: readonly string[],
  sources: ReportSources
): Promise<{ total: Row; days: number } | null> {
  const { from, to, dates: single, fromTime, toTime } = query.period
  if (from !== to || single?.length || from > now.date) return null
  const until = from === now.date && now.time < toTime ? now.time : toTime
  if (until <= fromTime) return null
  const closed = new Set(closedDates(sources.customer.holidays ?? null))
  const dates = weeksBefore(from, WEEKS)
    .filter((date) => !closed.has(date))
    .reverse()
  if (dates.length === 0) return null
  const period = { ...query.period, from: dates[0]!, to: dates.at(-1)!, dates, toTime: until }
  const table = await readTable(await planTotal(query, period, keys, sources, 'date'))
  const days: Row[] = []
  for await (const row of table.rows) if (keys.some((key) => row[key])) days.push(row)
  const middles = keys.map((key) => [key, quantile(days, key, 1 / 2)] as const)
  return { total: Object.fromEntries(middles), days: days.length }
}
