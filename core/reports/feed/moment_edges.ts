import type { FeedCondition } from '#core/contracts/feed'
import type { Scalar } from '#core/contracts/scalar'
import type { TimeStretch } from '#core/reports/compile/feed_statement'
import type { ReportWindow } from '#core/reports/intervals/report_window'

const DAY = 86_400_000

/** Between which moments calls of a period that meet a filter can be; a local day begins and ends within a day of UTC's. */
export function momentEdges(window: ReportWindow, filter: FeedCondition | undefined): TimeStretch {
  const whole = { from: (window.first - 1) * DAY, to: (window.last + 2) * DAY }
  return filter ? narrowed(whole, filter) : whole
}

function narrowed(edges: TimeStretch, condition: FeedCondition): TimeStretch {
  if ('every' in condition) return condition.every.reduce(narrowed, edges)
  if (!('column' in condition) || condition.column !== 'start' || condition.as) return edges
  if ('is' in condition) {
    const { is } = condition
    return typeof is === 'string' ? within(edges, is, is) : edges
  }
  if (!('from' in condition || 'to' in condition || 'above' in condition || 'below' in condition)) {
    return edges
  }
  const { from, to, above, below } = condition
  return within(within(edges, from, to), above, below)
}

function within({ from, to }: TimeStretch, begin?: Scalar, end?: Scalar): TimeStretch {
  return {
    from: typeof begin === 'string' ? Math.max(from, Date.parse(begin)) : from,
    to: typeof end === 'string' ? Math.min(to, Date.parse(end) + 1) : to,
  }
}
