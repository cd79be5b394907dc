import type { TimeStretch } from '#core/reports/compile/feed_statement'
import type { Scalar } from '#core/contracts/scalar'

/** How calls are read part by part: where to look next, and what was found there. */
export interface Walk {
  /** Where the next part lies; undefined where nothing is left. `after` is the place of the last call read. */
  next(after: readonly Scalar[] | undefined): { stretch: TimeStretch } | undefined
  /** So many were read there, and whether there are more of them. */
  found(count: number, more: boolean): void
  readonly isLast: boolean
  /** How long a stretch was of late, for whoever goes on from here. */
  readonly width: number | undefined
}

const MINUTE = 60_000
const SHORTEST = MINUTE
const LONGEST = 10 * 366 * 24 * 60 * MINUTE
/** A stretch with fewer than this was too short for what is there. */
const FEW = 2_500

/**
 * Through time, one stretch after the other: only what lies in one is sorted. A stretch grows where
 * there is little and shrinks where there is more than is read at once.
 */
export function timeWalk(given: { edges: TimeStretch; back: boolean; width: number }): Walk {
  const { edges, back } = given
  let { from, to } = edges
  // Moments are bound as whole milliseconds.
  let width = Math.round(Math.min(Math.max(given.width, SHORTEST), LONGEST))
  let current: TimeStretch | undefined
  return {
    next(after) {
      const at = after === undefined ? undefined : Number(after[0])
      // The moment of the last call may have others: it is read again, beyond that call.
      if (at !== undefined && back) to = Math.min(to, at + 1)
      if (at !== undefined && !back) from = Math.max(from, at)
      if (from >= to) return undefined
      current = back
        ? { from: Math.max(to - width, from), to }
        : { from, to: Math.min(from + width, to) }
      return { stretch: current }
    },
    found(count, more) {
      if (more) width = Math.max(width / 2, SHORTEST)
      else {
        if (back) to = current!.from
        else from = current!.to
        if (count < FEW) width = Math.min(width * 4, LONGEST)
      }
      width = Math.round(width)
    },
    get isLast() {
      return from >= to
    },
    get width() {
      return width
    },
  }
}

/** All of the period at once, where calls are ordered by something else than when they came. */
export function wholeWalk(edges: TimeStretch): Walk {
  let isLast = false
  return {
    next: () => (isLast ? undefined : { stretch: edges }),
    found: (_count, more) => {
      isLast = !more
    },
    get isLast() {
      return isLast
    },
    width: undefined,
  }
}
