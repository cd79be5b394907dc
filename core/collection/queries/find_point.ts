import { demandEnabled, ensurePoint } from '#core/collection/ensure_point'
import { pointInSeveralSources, unknownPoint } from '#core/collection/errors'
import { registry } from '#core/plugins/registry'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/**
 * The customer's collection point of this name. With `source` it is made where it does not exist;
 * without, the name must say it alone.
 *
 * @throws E_UNKNOWN_POINT, E_POINT_IN_SEVERAL_SOURCES, E_SOURCE_NOT_ENABLED, E_UNKNOWN_SOURCE.
 */
export async function findPoint(
  customerId: number,
  name: string,
  source?: string
): Promise<CollectionPoint> {
  if (source !== undefined) return ensurePoint({ customerId, source, name })
  const points = await CollectionPoint.query().where({ customerId }).orderBy('id')
  const [point, ...others] = points.filter(
    (candidate) => candidate.name === name && !registry().isOfModule(candidate.source)
  )
  if (!point) throw unknownPoint(name, [...new Set(points.map((known) => known.name))])
  if (others.length > 0) {
    throw pointInSeveralSources(
      name,
      [point, ...others].map((known) => known.source)
    )
  }
  await demandEnabled(customerId, point.source)
  return point
}
