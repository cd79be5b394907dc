import type { Answer, ReportQuestion } from '#core/contracts/question'
import type { Asker } from '#core/questions/asker'
import type { ReportQuery } from '#core/reports/report_query'
import { runDistribution } from '#core/reports/run_distribution'

/** How the values behind the first column of a question are spread. Throws what the report is refused with. */
export async function spreadAnswer(
  query: ReportQuery,
  { columns }: ReportQuestion,
  { reader }: Asker
): Promise<Answer> {
  const spread = await runDistribution(query, columns[0] ?? '', reader)
  const { count, mean, median, p90, lowest, highest, bins, column } = spread
  const { key, unit, repeated } = column
  return {
    asOf: spread.asOf.toISOString(),
    goodFor: null,
    from: 'facts',
    columns: [
      {
        key,
        unit,
        ...(repeated && { repeated: { column: repeated.column, value: repeated.value } }),
      },
    ],
    rows: bins.map((bin) => ({ ...bin })),
    total: { count, mean, median, p90, lowest, highest },
    period: { from: spread.period.from, to: spread.period.to },
  }
}
