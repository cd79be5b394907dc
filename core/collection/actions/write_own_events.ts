import { DateTime } from 'luxon'
import { noteCollected } from '#core/collection/note_collected'
import { openPoint } from '#core/collection/open_point'
import { inPoint } from '#core/collection/point_lock'
import { demandRunning } from '#core/collection/stop_collecting'
import { storeBatch } from '#core/collection/store_batch'
import { noteUnkept } from '#core/collection/unkept'
import type { CollectedEvent, CollectedObject } from '#core/contracts/collector'
import { getCustomer } from '#core/customers/queries/get_customer'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/**
 * Writes events of a source that has no collector: they are durable when this resolves, and the same
 * again changes nothing. The customer's one point of the source is made where it is not there yet.
 *
 * @throws a sentence for an event that breaks its schema; then nothing is written
 */
export async function writeOwnEvents(own: {
  customerId: number
  source: string
  events: readonly CollectedEvent[]
  objects: readonly CollectedObject[]
}): Promise<void> {
  const { customerId, source, events, objects } = own
  const point = await ownPoint(customerId, source)
  await inPoint(point.id, async () => {
    demandRunning()
    await point.refresh()
    const open = await openPoint(point)
    for (const event of events) {
      const reason = open.check(event)
      if (reason !== undefined)
        throw new Error(`The event "${event.key}" cannot be written: ${reason}`)
    }
    const batch = { events: [...events], objects: [...objects], rejected: [], replaces: [] }
    const { span } = await storeBatch(open, batch)
    noteUnkept(point, span)
    await point.save()
    await noteCollected(point)
  })
}

/** Called as its source is, in the customer's zone. */
async function ownPoint(customerId: number, source: string): Promise<CollectionPoint> {
  const known = { customerId, source, name: source }
  const found = await CollectionPoint.findBy(known)
  if (found) return found
  const { zone } = await getCustomer(customerId)
  return CollectionPoint.create({
    ...known,
    zone,
    settings: {},
    memory: null,
    createdAt: DateTime.utc(),
  }).catch(async (error: unknown) => {
    // Two may write the first events at once; the second takes the first one's point.
    const made = await CollectionPoint.findBy(known)
    if (!made) throw error
    return made
  })
}
