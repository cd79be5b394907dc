import type { Headline, KeyFigure } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { reportParameters } from '#core/reports/compile/parameters'
import { describePeriod } from '#core/reports/document/describe_period'
import { headlineKeys } from '#core/reports/headline/headline_columns'
import { periodBefore } from '#core/reports/headline/period_before'
import { isoDate } from '#core/reports/intervals/calendar_day'
import { localMinute } from '#core/reports/headline/local_minute'
import { planTotal } from '#core/reports/headline/plan_total'
import { usualDay } from '#core/reports/headline/usual_day'
import { readTable } from '#core/reports/plan_report'
import type { ReportSources } from '#core/reports/prepare_report'
import type { ReportPeriod, ReportQuery } from '#core/reports/report_query'

/** What key figures are set beside: the period of the same length just before, or the same weekday as it usually is. */
export type HeadlineAgainst = 'previous' | 'usual'

/**
 * The totals that stand above a result, with those that they are set beside: whatever columns, rows and
 * parts the report itself is asked for.
 *
 * @throws the errors of parameters, period or objects that cannot be
 */
export async function readHeadline(
  query: ReportQuery,
  sources: ReportSources,
  against: HeadlineAgainst = 'previous'
): Promise<Headline> {
  const { type, customer } = sources
  const columns = headlineKeys(type, reportParameters(type, query.parameters))
  const keys = columns.map(({ key }) => key)
  if (keys.length === 0) return { figures: [], previous: null }
  const planned = await planTotal(query, query.period, keys, sources)
  const { report } = planned
  const minute = localMinute(report.asOf, report.zones[0])
  const before = against === 'previous' ? periodBefore(query.period, minute) : null
  const [now, then, usual] = await Promise.all([
    readTable(planned).then(({ total }) => total),
    before && totalOf(query, before, keys, sources),
    against === 'usual' ? usualDay(query, minute, keys, sources) : null,
  ])
  const own = (customer.targets ?? []).filter(({ report: key }) => key === type.key)
  const targets = new Map(own.map(({ column, value }) => [column, value]))
  const infos = new Map(planned.columns.map((info) => [info.key, info]))
  return {
    figures: columns.map(({ key, column, good }): KeyFigure => {
      const { label, description, unit, calls } = infos.get(key)!
      return {
        ...{ key, label, description, unit: unit as KeyFigure['unit'] },
        ...(good && { good }),
        value: now?.[key] ?? null,
        before: (then?.total ?? usual?.total)?.[key] ?? null,
        ...(calls && { calls }),
        ...(targets.has(column) && { target: targets.get(column) }),
      }
    }),
    previous: then ? then.period : null,
    ...(usual && { usual: { days: usual.days } }),
  }
}

async function totalOf(
  query: ReportQuery,
  period: ReportPeriod,
  keys: readonly string[],
  sources: ReportSources
): Promise<{ total: Row; period: Headline['previous'] }> {
  const planned = await planTotal(query, period, keys, sources)
  const { window, words } = planned.report
  const { total } = await readTable(planned)
  return {
    total: total ?? {},
    period: {
      from: isoDate(window.first),
      to: isoDate(window.last),
      description: describePeriod(window, words),
    },
  }
}
