import { once } from 'node:events'
import { asWorkOf } from '#core/collection/collector_faults'
import { openPoint } from '#core/collection/open_point'
import { demandComplete } from '#core/collection/point_settings'
import { collectorOf, pointInfo } from '#core/collection/run_collector'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'
import { cannotBeTested } from '#core/operations/errors'

const LONGEST_MS = 30_000

/**
 * Tries a collection point's settings on its platform, within half a minute. Answers what is wrong in
 * a sentence, or null. Throws `E_SETTINGS_INCOMPLETE`, and `E_CANNOT_BE_TESTED` where nothing is asked of a platform.
 */
export async function testPoint(point: CollectionPoint): Promise<string | null> {
  const open = await openPoint(point)
  const collector = collectorOf(open)
  const test = collector.test?.bind(collector)
  if (!test) throw cannotBeTested(point.source)
  demandComplete(open.source, point, open.settings)
  try {
    const signal = AbortSignal.timeout(LONGEST_MS)
    const tried = asWorkOf(point, () => test(pointInfo(open), signal))
    await Promise.race([tried, ended(signal)])
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Also what does not look at its signal is waited for no longer. */
async function ended(signal: AbortSignal): Promise<never> {
  await once(signal, 'abort')
  throw signal.reason
}
