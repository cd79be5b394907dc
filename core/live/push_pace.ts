import { tooManyPushes } from '#core/live/errors'

const MOST_A_SECOND = 5
const SECOND_MS = 1000

const pushes = new Map<number, number[]>()

/** Counts one more word about a collection point. Throws where there are more of them than anybody can see. */
export function takePush(pointId: number, now: number): void {
  const recent = (pushes.get(pointId) ?? []).filter((at) => at > now - SECOND_MS)
  if (recent.length >= MOST_A_SECOND) throw tooManyPushes(1)
  pushes.set(pointId, [...recent, now])
}
