import type { CollectedObject, CollectionPoint, Tools } from '#core/contracts/collector'
import { DaktelaApi } from '../api/daktela_api.js'
import { instanceOf, isAsked } from '../api/instance.js'
import { ModelRow } from '../rows/row.js'

/** Every user and queue, also those that have been deactivated: they stay reportable. */
export async function* directory(
  tools: Tools,
  point: CollectionPoint,
  signal: AbortSignal
): AsyncGenerator<CollectedObject> {
  if (!isAsked(point)) return
  const api = new DaktelaApi(tools, instanceOf(point), signal)
  for (const [model, objectType] of [
    ['users', 'agent'],
    ['queues', 'queue'],
  ] as const) {
    for await (const { rows } of api.pages(model, { fields: ['name', 'title', 'deactivated'] })) {
      for (const values of rows) {
        const row = new ModelRow(values as Record<string, never>, point.zone)
        const identifier = row.text('name')
        if (identifier === '') continue
        const removed = row.flag('deactivated') && { removed: true as const }
        yield { objectType, identifier, name: row.text('title') || identifier, ...removed }
      }
    }
  }
}
