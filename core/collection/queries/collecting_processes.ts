import { COLLECTING, collectsHere, pointName } from '#core/collection/collecting'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { leasesOf } from '#core/outbox/leases'

/** Which process collects at each point now, by the point's id; those at which none does are left out. */
export async function collectingProcesses(): Promise<Map<number, string>> {
  const start = `${COLLECTING}/${pointName('')}`
  const leases = await leasesOf(start)
  return new Map(leases.map(({ name, holder }) => [Number(name.slice(start.length)), holder]))
}

/** A restart of another process may leave points alone for so long before that is a fault. */
const LONGEST_MS = 15_000

let missedSince: number | undefined

/** Whether some process collects at each point, or did until a moment ago. */
export async function isCollected(): Promise<boolean> {
  if (!collectsHere()) return true
  const [points, processes] = await Promise.all([
    CollectionPoint.query().select('id'),
    collectingProcesses(),
  ])
  if (points.every(({ id }) => processes.has(id))) missedSince = undefined
  else missedSince ??= performance.now()
  return missedSince === undefined || performance.now() - missedSince < LONGEST_MS
}
