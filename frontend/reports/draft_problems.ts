import type { Problem } from '../api/client.js'
import type { ReportDraft } from './report_draft.js'

/** What is wrong with a draft, by field: a key of our words, or a sentence of the server's. */
export type DraftProblems = Partial<Record<string, { key: string } | { text: string }>>

/** Fields as requests call them: `period.from`, `period.weekdays`, `parameters.answerTimeLimits`. */
export function draftProblems(draft: ReportDraft, answered?: Problem): DraftProblems {
  const problems: DraftProblems = {}
  if (answered?.field) problems[answered.field] = { text: answered.message }
  if (draft.from > draft.to) problems['period.to'] = { key: 'period.endsBeforeStart' }
  if (draft.fromTime >= draft.toTime) problems['period.toTime'] = { key: 'period.emptyWindow' }
  if (!draft.weekdays.length) problems['period.weekdays'] = { key: 'settings.noWeekdays' }
  return problems
}
