import { openPoint } from '#core/collection/open_point'
import { collectorOf, pointInfo } from '#core/collection/run_collector'
import type { PauseReason } from '#core/contracts/act'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/** The reasons that agents of a point can give for a pause; none where the platform does not answer. */
export async function pauseReasons(
  customerId: number,
  pointId: number
): Promise<readonly PauseReason[]> {
  const point = await CollectionPoint.query().where({ id: pointId, customerId }).first()
  if (!point) return []
  const open = await openPoint(point)
  const asked = collectorOf(open).reasons?.(pointInfo(open))
  return (await asked?.catch(() => [])) ?? []
}
