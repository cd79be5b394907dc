import { DEFAULT_POINT } from '#core/collection/inbox/inbox_point'
import Customer from '#core/customers/models/customer'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'
import { storageFolder } from '#config/storage'

/** Makes the inbox folders that files may be dropped in: one of each collection point, and a default one of each enabled source. */
export async function ensureInboxes(): Promise<void> {
  const installed = registry()
    .sources()
    .map(({ key }) => key)
  for (const customer of await Customer.all()) {
    for (const source of await enabledSources(customer.id)) {
      if (installed.includes(source)) storageFolder('inbox', customer.slug, source, DEFAULT_POINT)
    }
    const points = await CollectionPoint.query().where('customerId', customer.id)
    for (const { source, name } of points) storageFolder('inbox', customer.slug, source, name)
  }
}
