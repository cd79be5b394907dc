import { Readable } from 'node:stream'
import { collectPush } from '#core/collection/actions/collect_push'
import type { CollectedEvent } from '#core/contracts/collector'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/** Collects what a person wrote, as events of the collection point of the object it concerns. */
export async function pushEvents(pointId: number, events: readonly CollectedEvent[]) {
  const point = await CollectionPoint.findOrFail(pointId)
  const lines = events.map((event) => JSON.stringify(event)).join('\n')
  await collectPush({
    point,
    format: 'ndjson',
    body: Readable.from(`${lines}\n`, { objectMode: false }),
    limitMegabytes: 1,
  })
}
