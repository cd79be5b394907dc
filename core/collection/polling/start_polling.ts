import logger from '@adonisjs/core/services/logger'
import { pollPoint } from '#core/collection/actions/poll_point'
import { noteError } from '#core/collection/note_error'
import { openPoint } from '#core/collection/open_point'
import { missingSettings } from '#core/collection/point_settings'
import { collectorOf } from '#core/collection/run_collector'
import { stopSignal } from '#core/collection/stop_collecting'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'

const EVERY_MS = 5 * 60_000

/** Asks the platforms of all points that can be asked, now and every five minutes. Answers what ends it. */
export function startPolling(): () => void {
  let isRunning = false
  const round = async () => {
    if (isRunning) return
    isRunning = true
    await pollAll()
      .catch((error: unknown) => logger.error({ err: error }, 'No platform could be asked.'))
      .finally(() => (isRunning = false))
  }
  void round()
  const timer = setInterval(() => void round(), EVERY_MS).unref()
  return () => clearInterval(timer)
}

const AT_ONCE = 4

/** Asks all platforms once, some at a time. A point that fails keeps the reason and holds up no other. */
export async function pollAll(): Promise<void> {
  const points = await CollectionPoint.query().orderBy('id')
  const next = async () => {
    for (let point = points.shift(); point; point = points.shift()) {
      if (stopSignal().aborted) return
      await pollIfAsked(point)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
}

async function pollIfAsked(point: CollectionPoint) {
  try {
    const isAsked = await noteError(point, () => canBePolled(point))
    if (isAsked) await pollPoint(point)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    logger.warn(`The collection point ${point.source}/${point.name}: ${said}`)
  }
}

async function canBePolled(point: CollectionPoint) {
  const installed = registry()
    .platforms()
    .some(({ key }) => key === point.source)
  if (!installed) return false
  const enabled = await enabledSources(point.customerId)
  if (!enabled.includes(point.source)) return false
  const open = await openPoint(point)
  const isAsked = collectorOf(open).poll !== undefined
  return isAsked && missingSettings(open.source, open.settings).length === 0
}
