import type { PersonNow } from '#core/contracts/act'
import type { LiveRow, ObjectRef } from '#core/contracts/live'
import type { SourcePlugin } from '#core/contracts/source'
import { liveStore } from '#core/live/live_store'

/** Those whom a list of a live figure names. */
export const whoIn = (values: LiveRow | undefined, figure: string): readonly string[] => {
  const list = values?.[figure]
  return typeof list === 'object' && list !== null ? list : []
}

/** How an agent stands in the queues, as the platform has told; undefined where it tells nothing now. */
export function toldNow(
  source: SourcePlugin,
  pointId: number,
  { identifier }: ObjectRef,
  now = Date.now()
): PersonNow | undefined {
  const queueType = source.acts?.queue ?? 'queue'
  const told = [...liveStore.of(pointId, queueType)].filter(([, { until }]) => until >= now)
  if (told.length === 0) return undefined
  return {
    queues: told
      .filter(([, { values }]) => whoIn(values, 'agentsLoggedOn').includes(identifier))
      .map(([queue, { values }]) => ({
        queue,
        paused: whoIn(values, 'agentsPaused').includes(identifier),
      })),
  }
}
