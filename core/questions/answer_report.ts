import type { Answer, AnswerColumn, ReportQuestion } from '#core/contracts/question'
import type { ColumnInfo, ReportDocument } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import type { Asker } from '#core/questions/asker'
import { reportQueryOf } from '#core/questions/report_query_of'
import { answerTooLarge } from '#core/reports/errors'
import { followUpAnswer } from '#core/questions/answer_follow_up'
import { spreadAnswer } from '#core/questions/answer_spread'
import { measuredColumns } from '#core/reports/present_report'
import { type RunOptions, runReport } from '#core/reports/run_report'

/** More than any board shows. */
const MOST_ROWS = 5000

/** The figures of a report, with the rights of who asks. Throws what the report is refused with. */
export async function answerReport(
  question: ReportQuestion,
  asker: Asker,
  options: RunOptions = {}
): Promise<Answer> {
  const query = await reportQueryOf(question, asker)
  if (question.aspect === 'spread') return spreadAnswer(query, question, asker)
  if (question.aspect === 'followUp') return followUpAnswer(query, asker)
  return reportAnswer(await runReport(query, asker.reader, options))
}

/** A report as an answer: what names a row in a language is left out. */
export async function reportAnswer(document: ReportDocument): Promise<Answer> {
  const [table] = document.intervals
  const rows: Row[] = []
  for await (const row of table!.rows) {
    if (rows.length === MOST_ROWS) throw answerTooLarge(MOST_ROWS)
    rows.push(withoutWords(row))
  }
  const { from, to } = document.period
  return {
    asOf: document.asOf.toISOString(),
    goodFor: null,
    from: 'facts',
    columns: measuredColumns(table!.columns).map(columnOf),
    rows,
    total: table!.total ?? null,
    period: { from, to },
  }
}

function withoutWords({ intervalLabel: _, groupName, ...row }: Row): Row {
  return row.group === null || groupName === undefined ? row : { ...row, groupName }
}

const columnOf = ({ key, unit, repeated }: ColumnInfo): AnswerColumn => ({
  key,
  unit,
  ...(repeated && { repeated: { column: repeated.column, value: repeated.value } }),
})
