import CollectionPoint from '#core/measurement_objects/models/collection_point'

/** The zone of a collection point, undefined where there is no such point yet. */
export async function zoneOf(point: { customerId: number; source: string; name: string }) {
  const found = await CollectionPoint.findBy(point)
  return found?.zone
}
