import { RequestError } from '#core/http/request_error'
import type { Reader } from '#core/permissions/reader'
import { checkReport } from '#core/reports/check_report'
import { savedReportQuery } from '#core/saved_reports/saved_report_query'
import type { SavedQuery } from '#core/saved_reports/saved_query'

const ANY_DAY = { from: '2026-01-01', to: '2026-01-01' }

/**
 * Whether a report can be made of the query with these rights: what is unknown is told when it is
 * saved, and not when it should have been sent.
 *
 * @throws what making it would throw, the field named as it is in a saved report
 */
export async function checkSavedQuery(query: SavedQuery, reader: Reader): Promise<void> {
  try {
    await checkReport(savedReportQuery({ query, locale: 'en' }, { period: ANY_DAY }), reader)
  } catch (error) {
    if (!(error instanceof RequestError) || error.problem.field === undefined) throw error
    throw new RequestError({ ...error.problem, field: `query.${error.problem.field}` })
  }
}
