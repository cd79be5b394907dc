import logger from '@adonisjs/core/services/logger'
import { pollPoint } from '#core/collection/actions/poll_point'
import { namedHosts } from '#core/collection/guarded_fetch'
import { noteError } from '#core/collection/note_error'
import { openPoint } from '#core/collection/open_point'
import type { OpenPoint } from '#core/collection/opened_point'
import { missingSettings } from '#core/collection/point_settings'
import { Limited, type Limit } from '#core/collection/polling/limited'
import { collectorOf } from '#core/collection/run_collector'
import { stopSignal } from '#core/collection/stop_collecting'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'

const EVERY_MS = 5 * 60_000
const LOOK_EVERY_MS = 2000
const OPENED_AT_ONCE = 8
const MOST = 16
const MOST_OF_PLATFORM = 4
const MOST_OF_CUSTOMER = 3

/** Which points this process asks, and what ends its asking at one. */
export interface PolledPart {
  has(pointId: number): boolean
  signalOf(pointId: number): AbortSignal
}

const all: PolledPart = { has: () => true, signalOf: () => new AbortController().signal }

/**
 * Asks the platforms of this process's points: each now, as soon as it becomes its own, and every five
 * minutes. One that takes its time delays no other. Answers what ends it.
 */
export function startPolling(part: PolledPart = all): () => void {
  const limited = new Limited()
  const begun = new Map<number, number>()
  const running = new Set<number>()
  const ask = async (point: CollectionPoint) => {
    begun.set(point.id, performance.now())
    running.add(point.id)
    await pollIfAsked(point, part, limited).finally(() => running.delete(point.id))
  }
  const look = async () => {
    const points = await CollectionPoint.query().select('id')
    for (const id of begun.keys()) if (!part.has(id)) begun.delete(id)
    const before = performance.now() - EVERY_MS
    const due = points
      .map(({ id }) => id)
      .filter((id) => part.has(id) && !running.has(id) && (begun.get(id) ?? -Infinity) <= before)
    for (const point of await pointsOf(due)) void ask(point)
  }
  let isLooking = false
  const lookOnce = async () => {
    if (isLooking) return
    isLooking = true
    await look()
      .catch((error: unknown) => logger.error({ err: error }, 'No platform could be asked.'))
      .finally(() => (isLooking = false))
  }
  void lookOnce()
  const timer = setInterval(() => void lookOnce(), LOOK_EVERY_MS).unref()
  return () => clearInterval(timer)
}

/** Asks all platforms once. A point that fails keeps the reason and holds up no other. */
export async function pollAll(): Promise<void> {
  const limited = new Limited()
  const points = await CollectionPoint.query().orderBy('id')
  await Promise.all(points.map((point) => pollIfAsked(point, all, limited)))
}

async function pollIfAsked(point: CollectionPoint, part: PolledPart, limited: Limited) {
  try {
    const open = await limited.run([{ key: 'opened', most: OPENED_AT_ONCE }], () =>
      noteError(point, () => polledPoint(point))
    )
    if (!open) return
    await limited.run(limitsOf(open), async () => {
      if (stopSignal().aborted || !part.has(point.id)) return
      await pollPoint(point, part.signalOf(point.id))
    })
  } catch (error) {
    if (stopSignal().aborted || !part.has(point.id)) return
    const said = error instanceof Error ? error.message : String(error)
    logger.warn(`The collection point ${point.source}/${point.name}: ${said}`)
  }
}

const pointsOf = async (ids: readonly number[]) =>
  ids.length > 0
    ? CollectionPoint.query()
        .whereIn('id', [...ids])
        .orderBy('id')
    : []

/** Of one platform, which is where its settings lead, and of one customer some at once, so that none takes all the room. */
function limitsOf({ point, settings }: OpenPoint): Limit[] {
  const hosts = namedHosts(settings).sort().join(' ')
  return [
    { key: 'all', most: MOST },
    { key: `platform ${hosts || point.source}`, most: MOST_OF_PLATFORM },
    { key: `customer ${point.customerId}`, most: MOST_OF_CUSTOMER },
  ]
}

/** The point, opened, where its platform can be asked. */
async function polledPoint(point: CollectionPoint): Promise<OpenPoint | undefined> {
  const installed = registry()
    .platforms()
    .some(({ key }) => key === point.source)
  if (!installed) return undefined
  const enabled = await enabledSources(point.customerId)
  if (!enabled.includes(point.source)) return undefined
  const open = await openPoint(point)
  const isAsked = collectorOf(open).poll !== undefined
  return isAsked && missingSettings(open.source, open.settings).length === 0 ? open : undefined
}
