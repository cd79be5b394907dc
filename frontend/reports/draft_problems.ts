import type { Problem } from '../api/client.js'
import type { ReportDraft } from './report_draft.js'

/** What is wrong with a draft, by field: a key of our words, or what the server answered. */
export type DraftProblems = Partial<Record<string, { key: string } | { answered: Problem }>>

/** Fields as requests call them: `period.from`, `objects`, `parameters.answerTimeLimits`. */
export function draftProblems(
  draft: ReportDraft,
  columns: readonly string[],
  answered?: Problem
): DraftProblems {
  const problems: DraftProblems = {}
  // Of a list, the server names the place that is wrong: `objects.3`.
  if (answered?.field) problems[answered.field.replace(/\.\d+$/, '')] = { answered }
  if (draft.from > draft.to && !draft.dates.length)
    problems['period.to'] = { key: 'period.endsBeforeStart' }
  if (draft.fromTime >= draft.toTime) problems['period.toTime'] = { key: 'period.emptyWindow' }
  if (!draft.weekdays.length) problems['period.weekdays'] = { key: 'settings.noWeekdays' }
  if (draft.report && !columns.length) problems.columns = { key: 'columns.none' }
  const { comparison } = draft
  if (comparison?.by === 'period' && comparison.from > comparison.to) {
    problems['compared.to'] = { key: 'period.endsBeforeStart' }
  }
  return problems
}
