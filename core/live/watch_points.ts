import { setTimeout as pause } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { openPoint } from '#core/collection/open_point'
import { missingSettings } from '#core/collection/point_settings'
import { collectorOf, pointInfo } from '#core/collection/run_collector'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import { type LivePoint, liveStore } from '#core/live/live_store'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'

const LOOKED_AT_EVERY_MS = 15_000
const SHORTEST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000
/** A connection that held so long was well: what ended it is not what ended the one before. */
const WELL_AFTER_MS = 60_000

interface Watch {
  /** Settings that it was begun with. */
  settings: string
  stop: AbortController
  done: Promise<void>
}

/**
 * Listens to the platforms that tell what is so now, and begins anew where one does not answer or other
 * settings were given. Answers what ends it.
 */
export function watchPoints(): () => Promise<void> {
  const watches = new Map<number, Watch>()
  let isLooking = false
  let isStopped = false
  const look = async () => {
    if (isLooking || isStopped) return
    isLooking = true
    await reconcile(watches)
      .catch((error: unknown) => logger.error({ err: error }, 'No platform could be listened to.'))
      .finally(() => (isLooking = false))
  }
  void look()
  const timer = setInterval(() => void look(), LOOKED_AT_EVERY_MS).unref()
  return async () => {
    isStopped = true
    clearInterval(timer)
    for (const { stop } of watches.values()) stop.abort()
    await Promise.all([...watches.values()].map(({ done }) => done))
  }
}

async function reconcile(watches: Map<number, Watch>) {
  const wanted = await watchedPoints()
  for (const [id, { stop, settings }] of watches) {
    if (wanted.get(id)?.settings === settings) continue
    stop.abort()
    watches.delete(id)
  }
  for (const [id, { point, settings }] of wanted) {
    if (watches.has(id)) continue
    const stop = new AbortController()
    watches.set(id, { settings, stop, done: watchPoint(point, stop.signal) })
  }
}

/** Points whose source listens, is enabled for the customer and has all that it needs. */
async function watchedPoints() {
  const listening = registry()
    .platforms()
    .filter(({ collector }) => 'watch' in collector.prototype)
    .map(({ key }) => key)
  const points = await CollectionPoint.query().whereIn('source', listening).orderBy('id')
  const wanted = new Map<number, { point: CollectionPoint; settings: string }>()
  for (const point of points) {
    const enabled = await enabledSources(point.customerId)
    if (!enabled.includes(point.source)) continue
    const { source, settings } = await openPoint(point)
    if (missingSettings(source, settings).length > 0) continue
    wanted.set(point.id, { point, settings: JSON.stringify([point.zone, settings]) })
  }
  return wanted
}

async function watchPoint(point: CollectionPoint, signal: AbortSignal): Promise<void> {
  const place: LivePoint = { id: point.id, customerId: point.customerId, source: point.source }
  const name = `${point.source}/${point.name}`
  for (let failures = 0; !signal.aborted; failures += 1) {
    const began = Date.now()
    try {
      const open = await openPoint(point)
      const changes = collectorOf(open).watch?.(pointInfo(open), signal)
      if (!changes) return
      for await (const change of changes) liveStore.take(place, change, 'pushed')
      if (!signal.aborted) logger.warn(`The collection point ${name} does not tell any more.`)
    } catch (error) {
      if (signal.aborted) return
      const said = error instanceof Error ? error.message : String(error)
      logger.warn(`The collection point ${name} cannot be listened to: ${said}`)
    }
    if (Date.now() - began > WELL_AFTER_MS) failures = 0
    await pause(pauseAfter(failures), undefined, { signal, ref: false }).catch(() => undefined)
  }
}

/** Doubled each time, and a fifth more or less, so that many points do not come back at once. */
const pauseAfter = (failures: number) =>
  Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** failures) * (0.8 + Math.random() * 0.4)
