import { DateTime } from 'luxon'
import { badPointName, sourceNotEnabled } from '#core/collection/errors'
import { inPoint } from '#core/collection/point_lock'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import { getCustomer } from '#core/customers/queries/get_customer'
import { checkedZone } from '#core/customers/zone'
import { recalculateZone } from '#core/facts/recalculate_zone'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'
import { storageFolder } from '#config/storage'

/** A collection point as it is asked for: `zone` is the customer's where a new point has none given. */
export interface PointRequest {
  customerId: number
  source: string
  name: string
  zone?: string
}

/**
 * The customer's collection point of this source and name, made with its inbox folder where it does
 * not exist. Another `zone` than it has moves the point to it, and all its facts are set to that clock.
 *
 * @throws E_UNKNOWN_CUSTOMER, E_UNKNOWN_SOURCE, E_SOURCE_NOT_ENABLED, E_UNKNOWN_ZONE, E_POINT_NAME.
 */
export async function ensurePoint(request: PointRequest): Promise<CollectionPoint> {
  const { customerId, source, name } = request
  const customer = await getCustomer(customerId)
  await demandEnabled(customerId, source)
  if (!POINT_NAME.test(name)) throw badPointName(name)
  const zone = request.zone === undefined ? undefined : checkedZone(request.zone)
  const point =
    (await CollectionPoint.findBy({ customerId, source, name })) ??
    (await createPoint({ customerId, source, name, zone: zone ?? customer.zone }))
  storageFolder('inbox', customer.slug, source, name)
  if (zone !== undefined && point.zone !== zone) await moveToZone(point, zone)
  return point
}

/** @throws E_UNKNOWN_SOURCE or E_SOURCE_NOT_ENABLED where the customer cannot collect from the source. */
export async function demandEnabled(customerId: number, source: string): Promise<void> {
  registry().source(source)
  const enabled = await enabledSources(customerId)
  const sources = registry()
    .platforms()
    .map(({ key }) => key)
    .filter((key) => enabled.includes(key))
  if (!sources.includes(source)) throw sourceNotEnabled(source, sources)
}

const POINT_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u

async function createPoint(values: Required<PointRequest>): Promise<CollectionPoint> {
  try {
    return await CollectionPoint.create({
      ...values,
      settings: {},
      memory: null,
      createdAt: DateTime.utc(),
    })
  } catch (error) {
    // Two may ask for the same new point at once; the second takes the first one's.
    const { customerId, source, name } = values
    const made = await CollectionPoint.findBy({ customerId, source, name })
    if (!made) throw error
    return made
  }
}

const moveToZone = (point: CollectionPoint, zone: string) =>
  inPoint(point.id, async () => {
    await recalculateZone(point.id, zone)
    await point.merge({ zone }).save()
  })
