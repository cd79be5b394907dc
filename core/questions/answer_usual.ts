import type { Answer, UsualQuestion } from '#core/contracts/question'
import type { Row } from '#core/contracts/scalar'
import { closedDates } from '#core/customers/opening_hours'
import { reportAnswer } from '#core/questions/answer_report'
import type { Asker } from '#core/questions/asker'
import { noSuchWeeks, noUsual } from '#core/questions/errors'
import { datesOf, reportQueryOf } from '#core/questions/report_query_of'
import { usualOf, type UsualDay } from '#core/questions/usual_of'
import { weeksBefore } from '#core/reports/headline/weeks_before'
import { type RunOptions, runReport } from '#core/reports/run_report'

const MOST_WEEKS = 26
const DAY_END = '24:00'

/**
 * Medians of the same weekday in the weeks before, with the quartiles beside them: each slot of a day by
 * itself, else the day up to the minute that it is now. Holidays are left out, and days without figures.
 */
export async function answerUsual(
  { of, weeks, whole }: UsualQuestion,
  asker: Asker,
  options: RunOptions = {}
): Promise<Answer> {
  const { choice } = of.period
  if (choice !== 'today' && choice !== 'yesterday') throw noUsual()
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > MOST_WEEKS) throw noSuchWeeks()
  const slots = of.interval === 'timeOfDay'
  const day = datesOf(of.period, asker).from
  const holidays = new Set(closedDates(asker.customer.holidays))
  const dates = weeksBefore(day, weeks).filter((date) => !holidays.has(date))
  const until = of.period.toTime ?? DAY_END
  const now = asker.now.toFormat('HH:mm')
  const soFar = !slots && !whole && choice === 'today' && now < until ? now : until
  const has = dates.length > 0 && (of.period.fromTime ?? '00:00') < soFar
  // Before a day has begun there is nothing usual yet, but the question is checked all the same.
  const toTime = has ? soFar : until
  const run = async (on: readonly string[], interval: string, grouping = of.grouping) => {
    const question = { ...of, emptyRows: true, ...(grouping && { grouping }) }
    const query = await reportQueryOf(question, asker, { dates: on, toTime, interval })
    return reportAnswer(await runReport(query, asker.reader, options))
  }
  if (!has) {
    const none = await run([day], 'period')
    return usualOf({ ...none, days: [] })
  }
  if (slots) {
    const answers = await Promise.all(dates.map((date) => run([date], 'timeOfDay')))
    return usualOf({ ...answers[0]!, period: { from: day, to: day }, days: answers })
  }
  const byDate = await run(dates, 'date')
  const totals = of.grouping && of.grouping !== 'total' ? await run(dates, 'date', 'total') : byDate
  return usualOf({
    ...byDate,
    period: { from: day, to: day },
    days: dates.map((date) => dayOf(date, byDate.rows, totals.rows)),
  })
}

const dayOf = (date: string, rows: readonly Row[], totals: readonly Row[]): UsualDay => ({
  rows: rows.filter(({ interval }) => interval === date).map(({ interval: _, ...row }) => row),
  total: totals.find(({ interval }) => interval === date) ?? null,
})
