import { list, whole } from '#core/http/shared_schemas'
import type { Operation } from '#core/http/operation'
import { openedReportValidator } from '#core/opened_reports/validators/opened_report'

const text = { type: 'string' }
const nullableText = { type: ['string', 'null'] }

/** What a person opens often: the page’s own, and open to programs that stand in for it. */
export const operations: readonly Operation[] = [
  {
    method: 'get',
    pattern: '/api/opened-reports',
    tag: 'Often used',
    summary: 'List the reports that the ticket’s owner opens most often',
    answer: whole({
      often: list(
        whole({
          kind: text,
          report: text,
          preset: nullableText,
          query: text,
          period: nullableText,
          times: { type: 'integer' },
          openedAt: { type: 'string', format: 'date-time' },
        })
      ),
    }),
  },
  {
    method: 'post',
    pattern: '/api/opened-reports',
    tag: 'Often used',
    summary: 'Note that a report was opened',
    body: openedReportValidator,
    fields: {
      kind: 'Which page it was opened on.',
      report: 'Key of the report type; of a saved report its number.',
      preset: 'Which of the type’s selections of columns.',
      query: 'The page’s address after its question mark.',
      period: 'Name of the quick period whose dates it has.',
    },
    example: { kind: 'advanced', report: '{{Report}}', query: 'interval=date' },
    status: 204,
  },
]
