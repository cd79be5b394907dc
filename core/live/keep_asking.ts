import logger from '@adonisjs/core/services/logger'
import { setTimeout as pause } from 'node:timers/promises'
import { openPoint } from '#core/collection/open_point'
import { missingSettings } from '#core/collection/point_settings'
import { collectorOf, pointInfo } from '#core/collection/run_collector'
import { stopSignal } from '#core/collection/stop_collecting'
import { liveStore } from '#core/live/live_store'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'

/** Nobody has asked for so long: nobody watches. */
const WANTED_FOR_MS = 30_000
const EVERY_SECONDS = 5
const LONGEST_PAUSE_MS = 60_000
const ANSWERED_WITHIN_MS = 10_000

const wantedUntil = new Map<string, number>()

/** Has the platforms of a customer's source asked what is so now, for as long as somebody wants to know. */
export function keepAsking(customerId: number, source: string): void {
  const key = `${customerId} ${source}`
  const isAsked = wantedUntil.has(key)
  if (
    !registry()
      .platforms()
      .some((one) => one.key === source && 'live' in one.collector.prototype)
  )
    return
  wantedUntil.set(key, Date.now() + WANTED_FOR_MS)
  if (isAsked) return
  void askAll(key, customerId, source)
    .catch((error: unknown) => logger.error({ err: error }, 'No platform could be asked for now.'))
    .finally(() => wantedUntil.delete(key))
}

async function askAll(key: string, customerId: number, source: string) {
  const points = await CollectionPoint.query().where({ customerId, source })
  await Promise.all(points.map((point) => askPoint(key, point)))
}

async function askPoint(key: string, point: CollectionPoint) {
  const open = await openPoint(point)
  if (missingSettings(open.source, open.settings).length > 0) return
  const collector = collectorOf(open)
  const every = (collector.liveEvery ?? EVERY_SECONDS) * 1000
  const place = { id: point.id, customerId: point.customerId, source: point.source }
  let failures = 0
  while (!stopSignal().aborted && Date.now() < (wantedUntil.get(key) ?? 0)) {
    try {
      const signal = AbortSignal.any([stopSignal(), AbortSignal.timeout(ANSWERED_WITHIN_MS)])
      const asked = collector.live?.(pointInfo(open), signal)
      if (!asked) return
      liveStore.take(place, await asked, 'asked')
      failures = 0
    } catch (error) {
      failures += 1
      const said = error instanceof Error ? error.message : String(error)
      logger.warn(
        `The collection point ${point.source}/${point.name} was not told what is so now: ${said}`
      )
    }
    const wait = Math.min(LONGEST_PAUSE_MS, every * 2 ** failures)
    await pause(wait, undefined, { signal: stopSignal(), ref: false }).catch(() => undefined)
  }
}
