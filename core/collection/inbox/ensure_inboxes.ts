import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFAULT_POINT } from '#core/collection/inbox/inbox_point'
import { heldByEach } from '#core/customers/queries/held_by_each'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'
import { storageFolder } from '#config/storage'

/**
 * Makes the inbox folders that files may be dropped in: one of each collection point, and a default one
 * of each enabled source. Asks the database three times, however many customers there are. Answers which
 * point each folder is of, by its path; undefined where a default one has none yet.
 */
export async function ensureInboxes(): Promise<Map<string, number | undefined>> {
  const installed = new Set(
    registry()
      .platforms()
      .map(({ key }) => key)
  )
  const [customers, points] = await Promise.all([
    heldByEach(),
    CollectionPoint.query().select('id', 'customerId', 'source', 'name'),
  ])
  const pointsOf = Map.groupBy(points, ({ customerId }) => customerId)
  const inboxes = new Map<string, number | undefined>()
  const root = storageFolder('inbox')
  for (const { id: customerId, slug, plugins } of customers) {
    for (const source of plugins) {
      if (installed.has(source)) inboxes.set(join(root, slug, source, DEFAULT_POINT), undefined)
    }
    for (const { id, source, name } of pointsOf.get(customerId) ?? []) {
      if (registry().isOfModule(source)) continue
      inboxes.set(join(root, slug, source, name), id)
    }
  }
  for (const path of inboxes.keys()) await mkdir(path, { recursive: true })
  return inboxes
}
