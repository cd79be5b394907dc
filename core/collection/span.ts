import { DateTime } from 'luxon'
import type CollectedFile from '#core/collection/models/collected_file'
import type { CollectedEvent } from '#core/contracts/collector'
import { momentText } from '#database/columns'

/** From the first to the last of some events, in milliseconds. */
export interface Span {
  from: number
  to: number
}

/** When events were; undefined where there are none that say it. */
export function spanOf(events: readonly CollectedEvent[]): Span | undefined {
  let from = Infinity
  let to = -Infinity
  for (const { at, removed } of events) {
    // What is only known to be gone has no time that means anything.
    if (removed) continue
    from = Math.min(from, at.getTime())
    to = Math.max(to, at.getTime())
  }
  return from <= to ? { from, to } : undefined
}

/** The shortest that holds both. */
export function joined(one: Span | undefined, other: Span | undefined): Span | undefined {
  if (!one || !other) return one ?? other
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }
}

/** The span of two stored moments; undefined where they are not known. */
export const spanBetween = (first: DateTime | null, last: DateTime | null): Span | undefined =>
  first && last ? { from: first.toMillis(), to: last.toMillis() } : undefined

/** Whether a span may have events of a month such as `2026-03`. Local months begin and end some hours beside UTC's. */
export function reachesMonth({ from, to }: Span, month: string): boolean {
  const begin = DateTime.fromISO(month, { zone: 'utc' })
  const end = begin.plus({ months: 1, days: 1 })
  return to >= begin.minus({ days: 1 }).toMillis() && from < end.toMillis()
}

/** What holds of a file once more of it was read; undefined where its beginning is not known to be in it. */
export function grownSpan(
  { position, firstAt, lastAt }: Pick<CollectedFile, 'position' | 'firstAt' | 'lastAt'>,
  span: Span | undefined
): Span | undefined {
  const known = spanBetween(firstAt, lastAt)
  return known || position === 0 ? joined(known, span) : undefined
}

/** The moments of a file that a span stands for. */
export const spanMoments = (span: Span | undefined) => ({
  firstAt: span ? DateTime.fromMillis(span.from, { zone: 'utc' }) : null,
  lastAt: span ? DateTime.fromMillis(span.to, { zone: 'utc' }) : null,
})

/** The same as columns. */
export function spanColumns(span: Span | undefined) {
  const { firstAt, lastAt } = spanMoments(span)
  return { first_at: firstAt && momentText(firstAt), last_at: lastAt && momentText(lastAt) }
}
