import { demandEnabled, ensurePoint } from '#core/collection/ensure_point'
import { unknownPoint } from '#core/collection/errors'
import type { InboxPlace } from '#core/collection/inbox/inbox_file'
import { findCustomer } from '#core/customers/queries/find_customer'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/** The point that every source may be given files for without anybody having made it. */
export const DEFAULT_POINT = 'default'

/**
 * The collection point whose a folder of the inbox is.
 *
 * @throws E_UNKNOWN_CUSTOMER, E_UNKNOWN_SOURCE, E_SOURCE_NOT_ENABLED, E_UNKNOWN_POINT: a folder that somebody misnamed.
 */
export async function inboxPoint({ slug, source, point: name }: InboxPlace) {
  const { id: customerId } = await findCustomer(slug)
  if (name === DEFAULT_POINT) return ensurePoint({ customerId, source, name })
  await demandEnabled(customerId, source)
  const points = await CollectionPoint.query().where({ customerId, source })
  const point = points.find((candidate) => candidate.name === name)
  if (!point) {
    throw unknownPoint(
      name,
      points.map((known) => known.name)
    )
  }
  return point
}
