import type { Answer } from '#core/contracts/question'
import type { Asker } from '#core/questions/asker'
import type { ReportQuery } from '#core/reports/report_query'
import { runFollowUp } from '#core/reports/run_follow_up'

/** Of the callers who were missed how many have been reached since; nobody is named. Throws what the list of them is refused with. */
export async function followUpAnswer(query: ReportQuery, { reader }: Asker): Promise<Answer> {
  const { asOf, period, count, notReached } = await runFollowUp(query, reader, { limit: 1 })
  const unit = 'count' as const
  return {
    asOf: asOf.toISOString(),
    goodFor: null,
    from: 'facts',
    columns: ['missed', 'reached', 'notReached'].map((key) => ({ key, unit })),
    rows: [],
    total: { missed: count, reached: count - notReached, notReached },
    period: { from: period.from, to: period.to },
  }
}
