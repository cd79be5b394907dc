import type { CollectedEvent } from '#core/contracts/collector'
import { BadRecord, type TableRow } from '#core/contracts/table_row'
import { deliveries } from './columns.js'
import { errandStateEvents } from './errand_state.js'

/**
 * The events of an errand's record in a file.
 *
 * @throws BadRecord in a sentence.
 */
export function errandEvents(row: TableRow): CollectedEvent[] {
  const at = row.neededTime('at')
  const deliveredAt = row.time('deliveredAt')
  const closedAt = row.time('closedAt')
  for (const [name, moment] of Object.entries({ deliveredAt, closedAt })) {
    if (moment && moment < at) throw new BadRecord(`${name} is before at.`)
  }
  return errandStateEvents({
    key: row.needed('errand'),
    at,
    revision: row.whole('revision') ?? 0,
    service: row.needed('service'),
    person: row.textOrNull('person'),
    category: row.textOrNull('category'),
    subject: row.textOrNull('subject'),
    caller: row.textOrNull('caller'),
    reportedBy: null,
    assignedAt: row.time('assignedAt') ?? null,
    deliveredBy: row.text('deliveredBy') ? row.word('deliveredBy', deliveries) : null,
    deliveredAt: deliveredAt ?? null,
    closedAt: closedAt ?? null,
  })
}
