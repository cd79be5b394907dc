import { joined, spanBetween, spanMoments, type Span } from '#core/collection/span'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'
import { momentText } from '#database/columns'

/** Notes on a point, not in the database, when events were that no kept file has. */
export function noteUnkept(point: CollectionPoint, span: Span | undefined): void {
  const { unkeptFirstAt, unkeptLastAt } = point
  const all = joined(spanBetween(unkeptFirstAt, unkeptLastAt), span)
  const { firstAt, lastAt } = spanMoments(all)
  point.merge({ unkeptFirstAt: firstAt, unkeptLastAt: lastAt })
}

/** The same as columns of the point; none where there is nothing to note. */
export function unkeptColumns(
  { unkeptFirstAt, unkeptLastAt }: CollectionPoint,
  span: Span | undefined
) {
  if (!span) return {}
  const { firstAt, lastAt } = spanMoments(joined(spanBetween(unkeptFirstAt, unkeptLastAt), span))
  return {
    unkept_first_at: firstAt && momentText(firstAt),
    unkept_last_at: lastAt && momentText(lastAt),
  }
}
