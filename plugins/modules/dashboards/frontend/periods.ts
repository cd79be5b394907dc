import type { QuestionPeriod } from '#core/contracts/question'

/** What is offered most often; a board may have any other. */
export const offeredPeriods: readonly QuestionPeriod[] = [
  { choice: 'today' },
  { choice: 'yesterday' },
  { choice: 'weekToToday' },
  { choice: 'previousWeek' },
  { choice: 'monthToToday' },
  { choice: 'previousMonth' },
  { choice: 'lastDaysToToday', count: 30 },
]
