import type { ObjectFinder } from '#core/collection/objects/named_objects'
import type { Json } from '#core/contracts/scalar'
import type { SourcePlugin } from '#core/contracts/source'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'
import type { EventCheck } from '#core/plugins/check_event'

/** A collection point with its source, its opened settings, and what is made of the source's events once. */
export interface OpenPoint {
  point: CollectionPoint
  source: SourcePlugin
  settings: Readonly<Record<string, Json>>
  check: EventCheck
  objectsIn: ObjectFinder
}
