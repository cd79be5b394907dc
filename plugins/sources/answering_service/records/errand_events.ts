import type { CollectedEvent } from '#core/contracts/collector'
import { BadRecord, type TableRow } from '#core/contracts/table_row'
import { deliveries } from './columns.js'
import { seconds } from './seconds.js'

/**
 * An errand as it stands: created, open until it is closed, and closed. A later record of it replaces all
 * three; one that was opened again is closed no longer.
 *
 * @throws BadRecord in a sentence.
 */
export function errandEvents(row: TableRow): CollectedEvent[] {
  const key = row.needed('errand')
  const at = row.neededTime('at')
  const deliveredAt = row.time('deliveredAt')
  const closedAt = row.time('closedAt')
  for (const [name, moment] of Object.entries({ deliveredAt, closedAt })) {
    if (moment && moment < at) throw new BadRecord(`${name} is before at.`)
  }
  const version = row.whole('revision') ?? 0
  const about = {
    service: row.needed('service'),
    person: row.textOrNull('person'),
    errand: key,
    category: row.textOrNull('category'),
  }
  const closeSeconds = closedAt && seconds(at, closedAt)
  return [
    {
      event: 'errand',
      key,
      at,
      fields: {
        ...about,
        subject: row.textOrNull('subject'),
        state: closedAt ? 'closed' : deliveredAt ? 'delivered' : 'created',
        caller: row.textOrNull('caller'),
        assignedAt: row.time('assignedAt')?.toISOString() ?? null,
        deliveredBy: row.text('deliveredBy') ? row.word('deliveredBy', deliveries) : null,
        deliveredAt: deliveredAt?.toISOString() ?? null,
        closedAt: closedAt?.toISOString() ?? null,
        deliverSeconds: deliveredAt && seconds(at, deliveredAt),
        closeSeconds,
      },
      version,
    },
    { event: 'errandOpen', key, at, fields: { ...about, seconds: closeSeconds }, version },
    closedAt
      ? { event: 'errandClosed', key, at: closedAt, fields: { ...about, closeSeconds }, version }
      : { event: 'errandClosed', key, at, fields: {}, version, removed: true },
  ]
}
