import type { FeedCondition } from '#core/contracts/feed'
import type { Scalar } from '#core/contracts/scalar'
import { isoDate } from '#core/reports/intervals/calendar_day'
import { reportWindow } from '#core/reports/intervals/report_window'
import { intervalDate, isDated } from '#core/reports/feed/feed_names'
import type { ReportQuery } from '#core/reports/report_query'

/**
 * The query with the days that a condition on the date leaves. An interval is left whole or not at all,
 * so its figures are the same as without the condition. Undefined where no day is left.
 */
export function narrowPeriod(
  query: ReportQuery,
  filter: FeedCondition | undefined
): ReportQuery | undefined {
  if (!filter || !isDated(query)) return query
  const edges = dateEdges(filter, 'date')
  if (edges.length === 0) return query
  const { first, last } = reportWindow(query.period)
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const left = all.filter((day) => {
    const date = intervalDate(query.interval, day)
    return edges.every((fits) => fits(date))
  })
  if (left.length === 0) return undefined
  const [from, to] = [isoDate(left[0]), isoDate(left[left.length - 1])]
  const dates = query.period.dates?.filter((date) => from <= date && date <= to)
  if (dates?.length === 0) return undefined
  return { ...query, period: { ...query.period, from, to, ...(dates && { dates }) } }
}

/** What every row must meet of one column that is a date or a moment written in one way. */
function dateEdges(condition: FeedCondition, column: string): ((date: string) => boolean)[] {
  if ('every' in condition) return condition.every.flatMap((part) => dateEdges(part, column))
  if (!('column' in condition) || condition.column !== column || condition.as) return []
  if ('is' in condition) {
    const { is } = condition
    const dates: readonly Scalar[] = typeof is === 'object' && is !== null ? is : [is]
    return [(date) => dates.includes(date)]
  }
  if (!('from' in condition || 'to' in condition || 'above' in condition || 'below' in condition)) {
    return []
  }
  const { from, to, above, below } = condition
  return [
    (date) =>
      (typeof from !== 'string' || date >= from) &&
      (typeof to !== 'string' || date <= to) &&
      (typeof above !== 'string' || date > above) &&
      (typeof below !== 'string' || date < below),
  ]
}
