import { eventCheck } from '#core/plugins/check_event'
import { objectFinder } from '#core/collection/objects/named_objects'
import { pointSettings } from '#core/collection/point_settings'
import type { OpenPoint } from '#core/collection/opened_point'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'

/** Gets a collection point ready to collect. @throws E_UNKNOWN_SOURCE where its source is not installed any more. */
export async function openPoint(point: CollectionPoint): Promise<OpenPoint> {
  const source = registry().source(point.source)
  return {
    point,
    source,
    settings: await pointSettings(source, point),
    check: eventCheck(source.events),
    objectsIn: objectFinder(source.events),
  }
}
