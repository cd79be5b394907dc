import type {
  Collected,
  CollectedObject,
  CollectionPoint,
  Collector,
  Input,
  Tools,
} from '#core/contracts/collector'
import type { LiveChange } from '#core/contracts/live'
import type { Json } from '#core/contracts/scalar'
import { DaktelaApi } from './api/daktela_api.js'
import { instanceOf, isAsked } from './api/instance.js'
import { directory } from './poll/directory.js'
import { liveValues } from './poll/live_values.js'
import { pollInstance } from './poll/poll_instance.js'
import { readRecorded } from './recorded/read_recorded.js'

/** Asks an instance of Daktela over its REST interface, and reads answers of it that were kept. */
export class DaktelaCollector implements Collector {
  constructor(private readonly tools: Tools) {}

  read(input: Input, point: CollectionPoint, kept: Json): AsyncGenerator<Collected> {
    return readRecorded(input, point, kept)
  }

  poll(point: CollectionPoint, kept: Json, signal: AbortSignal): AsyncGenerator<Collected> {
    return pollInstance(this.tools, point, kept, signal)
  }

  directory(point: CollectionPoint, signal: AbortSignal): AsyncGenerator<CollectedObject> {
    return directory(this.tools, point, signal)
  }

  live(point: CollectionPoint, signal: AbortSignal): Promise<LiveChange> | undefined {
    return isAsked(point) ? liveValues(this.tools, point, signal) : undefined
  }

  async test(point: CollectionPoint, signal: AbortSignal): Promise<void> {
    const api = new DaktelaApi(this.tools, instanceOf(point), signal)
    await api.page('activitiesCall', { fields: ['id_call'], take: 1 })
  }
}
