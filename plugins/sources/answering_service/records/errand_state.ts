import type { CollectedEvent } from '#core/contracts/collector'
import type { deliveries } from './columns.js'
import { seconds } from './seconds.js'

/** An errand as it stands at one revision. */
export interface ErrandState {
  key: string
  at: Date
  revision: number
  service: string
  person: string | null
  category: string | null
  subject: string | null
  caller: string | null
  reportedBy: string | null
  assignedAt: Date | null
  deliveredBy: (typeof deliveries)[number] | null
  deliveredAt: Date | null
  closedAt: Date | null
}

/**
 * The events of an errand: created, open until it is closed, and closed. A later revision replaces all
 * three; one that was opened again is closed no longer.
 */
export function errandStateEvents(errand: ErrandState): CollectedEvent[] {
  const { key, at, revision: version, service, person, category, deliveredAt, closedAt } = errand
  const about = { service, person, errand: key, category }
  const closeSeconds = closedAt && seconds(at, closedAt)
  return [
    {
      event: 'errand',
      key,
      at,
      fields: {
        ...about,
        subject: errand.subject,
        state: closedAt ? 'closed' : deliveredAt ? 'delivered' : 'created',
        caller: errand.caller,
        reportedBy: errand.reportedBy,
        assignedAt: errand.assignedAt?.toISOString() ?? null,
        deliveredBy: errand.deliveredBy,
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
