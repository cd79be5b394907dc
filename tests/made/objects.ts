import { DateTime } from 'luxon'
import type { CollectedObject } from '#core/contracts/collector'
import type Customer from '#core/customers/models/customer'
import { upsertObjects } from '#core/measurement_objects/actions/upsert_objects'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/** A collection point of the customer's. */
export const madePoint = (
  customer: Customer,
  values: { source?: string; name?: string; zone?: string } = {}
): Promise<CollectionPoint> =>
  CollectionPoint.create({
    customerId: customer.id,
    source: 'asterisk',
    name: 'main',
    zone: customer.zone,
    settings: {},
    memory: null,
    createdAt: DateTime.utc(),
    ...values,
  })

/** Objects at a collection point, as its platform's directory tells of them. */
export const madeObjects = (point: CollectionPoint, objects: readonly CollectedObject[]) =>
  upsertObjects({ customerId: point.customerId, pointId: point.id, objects })

/** A queue named after its identifier. */
export const queue = (
  identifier: string,
  values: Partial<CollectedObject> = {}
): CollectedObject => ({ objectType: 'queue', identifier, name: identifier, ...values })
