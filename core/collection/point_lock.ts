/**
 * One collection at a time per collection point: its memory goes from one input to the next. Points
 * wait for themselves only.
 */
const last = new Map<number, Promise<unknown>>()
const waiting = new Map<number, number>()

/** Does `work` once everything asked before for the same point is done. */
export async function inPoint<T>(pointId: number, work: () => Promise<T>): Promise<T> {
  const before = last.get(pointId) ?? Promise.resolve()
  waiting.set(pointId, waitingFor(pointId) + 1)
  const mine = before.then(work, work)
  last.set(pointId, mine)
  try {
    return await mine
  } finally {
    waiting.set(pointId, waitingFor(pointId) - 1)
    if (last.get(pointId) === mine) {
      last.delete(pointId)
      waiting.delete(pointId)
    }
  }
}

/** How many collections of the point are under way or waiting. */
export const waitingFor = (pointId: number) => waiting.get(pointId) ?? 0

/** Waits until no collection is under way. */
export async function untilIdle(): Promise<void> {
  while (last.size > 0) await Promise.allSettled(last.values())
}
