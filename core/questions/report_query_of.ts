import { countedChoices, mostOf, periodChoices } from '#core/contracts/period_choice'
import type { QuestionPeriod, ReportQuestion } from '#core/contracts/question'
import type { Asker } from '#core/questions/asker'
import { noSuchCount, noSuchPeriod } from '#core/questions/errors'
import type { ReportQuery } from '#core/reports/report_query'
import { reportQueryRequest } from '#core/reports/validators/report_request'
import { toReportQuery } from '#core/reports/validators/to_report_query'
import { type Dates, resolvePeriod } from '#core/saved_reports/periods/resolve_period'

/**
 * The report that a question asks for now. Answers hold no words, so they are in no reader's language.
 *
 * @throws what a request for the report is refused with
 */
export async function reportQueryOf(
  question: ReportQuestion,
  asker: Asker,
  more: { dates?: readonly string[]; toTime?: string; interval?: string } = {}
): Promise<ReportQuery> {
  const { objects = 'all', period } = question
  const { choice, count, ...window } = period
  const days = more.dates
    ? { dates: [...more.dates] }
    : datesOf({ choice, ...(count !== undefined && { count }) }, asker)
  const asked = await reportQueryRequest.validate({
    report: question.report,
    period: { ...window, ...days, ...(more.toTime && { toTime: more.toTime }) },
    interval: more.interval ?? question.interval ?? 'period',
    ...(question.intervalMinutes && { intervalMinutes: question.intervalMinutes }),
    grouping: question.grouping ?? 'total',
    ...(objects === 'all' ? { objects } : chosen(objects)),
    columns: question.columns,
    parameters: question.parameters ?? {},
    breakdown: false,
    ...(question.emptyRows !== undefined && { emptyRows: question.emptyRows }),
    ...(question.serviceLevel && { serviceLevel: question.serviceLevel }),
  })
  return toReportQuery(asked, 'en')
}

const chosen = ({ objects, groups }: Exclude<ReportQuestion['objects'], 'all' | undefined>) => ({
  ...(objects?.length && { objects }),
  ...(groups?.length && { groups }),
  // None of either is a question about nothing, which the report refuses.
  ...(!objects?.length && !groups?.length && { groups: [] }),
})

/** The local dates of a period as it is now. */
export function datesOf({ choice, count }: QuestionPeriod, { now }: Asker): Dates {
  if (!periodChoices.includes(choice)) throw noSuchPeriod(choice, periodChoices)
  const most = mostOf(choice)
  const fits =
    choice in countedChoices
      ? Number.isInteger(count) && count! >= 1 && count! <= most!
      : count === undefined
  if (!fits) throw noSuchCount(choice, most)
  return resolvePeriod(choice, { on: now.toISODate()!, ...(count !== undefined && { count }) })
}
