import env from '#start/env'
import { type Lane, lanes } from '#core/jobs/queue/job_queue'

interface Placed {
  lane?: Lane
  needsFacts?: boolean
}

/** Where a recurring job is worked at. */
export const laneOf = ({ lane, needsFacts }: Placed): Lane =>
  lane ?? (needsFacts ? 'facts' : 'default')

/** Where a job is worked at that somebody asked for. */
export const laneOfJob = <P>(
  { needsFacts, isLarge }: { needsFacts?: boolean; isLarge?(payload: P): boolean },
  payload: P
): Lane => {
  if (!needsFacts) return 'default'
  return isLarge?.(payload) ? 'largeExports' : 'exports'
}

const withoutFacts: readonly Lane[] = ['notifications', 'default']
const ownSlots: Partial<Record<Lane, number>> = {
  largeExports: 1,
  delivery: 2,
  notifications: 1,
  facts: 1,
}

/**
 * What this process can do, and how much of it at once: one beside the server has facts only where they
 * are on a server of their own.
 *
 * @param concurrency jobs at once in the lanes whose number can be chosen
 */
export function slotsHere(server: boolean, concurrency: number): Map<Lane, number> {
  const here = server || env.get('FACTS_URL') ? lanes : withoutFacts
  return new Map(here.map((lane) => [lane, ownSlots[lane] ?? concurrency]))
}
