import env from '#start/env'
import { waitingFor } from '#core/collection/point_lock'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { Division } from '#core/outbox/division'
import { endLeases } from '#core/outbox/leases'
import { thisWorker } from '#core/outbox/this_worker'

/** What leases of collecting are called. */
export const COLLECTING = 'collecting'
/** Folders of the inbox that have no point yet. */
export const UNNAMED = 'folders'
/** Listening to what is so now: its values lie in one process. */
export const LISTENING = 'listening'

const POINT = 'point:'
const DEFAULT_SECONDS = 10

let inUse: Division | undefined

/** Has this process collect its part of all points. Resolves when it has its part. */
export async function joinCollecting(): Promise<Division> {
  // Embedded facts are open in one process: what holds leases beside it was killed.
  if (!env.get('FACTS_URL')) await endLeases(COLLECTING)
  const division = new Division({
    group: COLLECTING,
    holder: thisWorker(),
    seconds: env.get('LEASE_SECONDS') ?? DEFAULT_SECONDS,
    names: async () => {
      const points = await CollectionPoint.query().select('id')
      return [UNNAMED, LISTENING, ...points.map(({ id }) => pointName(id))]
    },
    isBusy: (name) => name.startsWith(POINT) && waitingFor(Number(name.slice(POINT.length))) > 0,
  })
  await division.start()
  inUse = division
  return division
}

/** Gives back what this process collects, so that others go on with it. */
export async function leaveCollecting(): Promise<void> {
  const division = inUse
  inUse = undefined
  await division?.stop()
}

/** What the lease of a point is called. */
export const pointName = (id: number | '') => `${POINT}${id}`

/** Whether this process collects at a point; without one, at folders that have none yet. */
export const isOurs = (division: Division, pointId: number | undefined): boolean =>
  division.has(pointId === undefined ? UNNAMED : pointName(pointId))

/** Whether this process collects at all: a command or a worker does not. */
export const collectsHere = (): boolean => inUse !== undefined
