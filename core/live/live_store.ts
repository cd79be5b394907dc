import type { LiveChange, LiveRow } from '#core/contracts/live'

/** What is known of an object: the values, when they were so, and how they came. */
export interface LiveValue {
  values: LiveRow
  at: number
  /** The moment after which it is too old to be shown as now. */
  until: number
  from: 'pushed' | 'asked'
}

/** The collection point that something is known of. */
export interface LivePoint {
  id: number
  customerId: number
  source: string
}

/** That values of a customer's source are others than before. */
export type FollowLive = (change: { customerId: number; source: string }) => void

/** More than any telephone system has queues, agents and extensions; a point that tells of more keeps the first. */
const MOST_OF_POINT = 20_000

const placeOf = (objectType: string, identifier: string) => `${objectType}\n${identifier}`

/** The live values of this process, by collection point: what one point tells is never another's. */
export class LiveStore {
  readonly #points = new Map<number, Map<string, LiveValue>>()
  readonly #followers = new Set<FollowLive>()
  /** Objects whose values are not kept yet. */
  readonly #changed = new Map<number, Set<string>>()

  /** What is known of an object of a point. */
  get(pointId: number, objectType: string, identifier: string): LiveValue | undefined {
    return this.#points.get(pointId)?.get(placeOf(objectType, identifier))
  }

  /** What is known of all objects of a type, by identifier. */
  of(pointId: number, objectType: string): Map<string, LiveValue> {
    const start = placeOf(objectType, '')
    return new Map(
      [...(this.#points.get(pointId) ?? [])]
        .filter(([place]) => place.startsWith(start))
        .map(([place, value]) => [place.slice(start.length), value])
    )
  }

  /** Whether anything is told of a point: then what is not told is not there. */
  has(pointId: number): boolean {
    return (this.#points.get(pointId)?.size ?? 0) > 0
  }

  /** Takes a change up. An older one than is known of an object is left out, unless it tells all there is. */
  take(point: LivePoint, change: LiveChange, from: LiveValue['from']): void {
    const known = this.#points.get(point.id) ?? new Map<string, LiveValue>()
    this.#points.set(point.id, known)
    const at = change.at.getTime()
    const until = at + change.goodFor * 1000
    const changed = this.#changed.get(point.id) ?? new Set()
    this.#changed.set(point.id, changed)
    const told = new Set<string>()
    for (const { objectType, identifier, values } of change.objects) {
      const place = placeOf(objectType, identifier)
      told.add(place)
      if ((known.get(place)?.at ?? -Infinity) > at) continue
      if (values === null) known.delete(place)
      else if (known.has(place) || known.size < MOST_OF_POINT) {
        known.set(place, { values, at, until, from })
      }
      changed.add(place)
    }
    if (change.whole) {
      for (const [place, { at: since }] of known) {
        if (told.has(place) || since > at) continue
        known.delete(place)
        changed.add(place)
      }
    }
    this.#tell(point)
  }

  /** Takes up what was known before this process began. */
  restore(pointId: number, objectType: string, identifier: string, value: LiveValue): void {
    const known = this.#points.get(pointId) ?? new Map<string, LiveValue>()
    this.#points.set(pointId, known)
    known.set(placeOf(objectType, identifier), value)
  }

  /** Lets go of all that a point has told. */
  forget(point: LivePoint): void {
    this.#points.delete(point.id)
    this.#changed.delete(point.id)
    this.#tell(point)
  }

  /** What has changed since this was last asked: the value, or undefined where it is gone. */
  takeChanges(): { pointId: number; objectType: string; identifier: string; value?: LiveValue }[] {
    const changes = [...this.#changed].flatMap(([pointId, places]) =>
      [...places].map((place) => {
        const [objectType, identifier] = place.split('\n') as [string, string]
        const value = this.#points.get(pointId)?.get(place)
        return { pointId, objectType, identifier, ...(value && { value }) }
      })
    )
    this.#changed.clear()
    return changes
  }

  /** Has somebody told of every change. Answers what ends it. */
  follow(follow: FollowLive): () => void {
    this.#followers.add(follow)
    return () => void this.#followers.delete(follow)
  }

  #tell({ customerId, source }: LivePoint) {
    for (const follow of this.#followers) follow({ customerId, source })
  }
}

/** Of this process. */
export const liveStore = new LiveStore()
