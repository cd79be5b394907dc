import type { EventQuery, Statement } from '#core/reports/compile/event_query'
import { factsStatements } from '#core/reports/compile/facts_statement'
import { basisOf } from '#core/reports/compile/measure'
import { openStatements } from '#core/reports/compile/open_statement'
import { piecesStatements } from '#core/reports/compile/pieces_statement'

/**
 * The questions to the fact store that answer the measures of one event. Their answers are put
 * together by the keys of their rows.
 */
export function compileEvent(query: EventQuery): Statement[] {
  if (query.subject.entries.length === 0 || query.window.days.length === 0) return []
  const on = (basis: ReturnType<typeof basisOf>) =>
    query.measures.filter(({ measure }) => basisOf(measure, query.event) === basis)
  return [
    ...factsStatements(query, on('facts')),
    ...piecesStatements(query, on('pieces')),
    ...openStatements(query, on('open')),
  ]
}
