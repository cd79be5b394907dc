import { DEFAULT_POINT } from '#core/collection/inbox/inbox_point'
import { heldByEach } from '#core/customers/queries/held_by_each'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'
import { storageFolder } from '#config/storage'

/**
 * Makes the inbox folders that files may be dropped in: one of each collection point, and a default one of
 * each enabled source. Asks the database three times, however many customers there are.
 */
export async function ensureInboxes(): Promise<void> {
  const installed = new Set(
    registry()
      .sources()
      .map(({ key }) => key)
  )
  const [customers, points] = await Promise.all([
    heldByEach(),
    CollectionPoint.query().select('customerId', 'source', 'name'),
  ])
  const pointsOf = Map.groupBy(points, ({ customerId }) => customerId)
  for (const { id, slug, plugins } of customers) {
    for (const source of plugins) {
      if (installed.has(source)) storageFolder('inbox', slug, source, DEFAULT_POINT)
    }
    for (const { source, name } of pointsOf.get(id) ?? [])
      storageFolder('inbox', slug, source, name)
  }
}
