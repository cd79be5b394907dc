import type { ReportObject } from '#core/measurement_objects/queries/list_objects'

/** What a source wrote, and whose it was from one moment to another (milliseconds, half open). */
export interface RawOwner {
  pointId: number
  raw: string
  from: number
  to: number
  owner: ReportObject
}

/**
 * Whose each raw identifier is, at every moment, among all the customer's objects.
 *
 * An alias that was in force goes before an object's own identifier, so that merging objects rewrites
 * nothing; of several in force the one that began last, then that of the older object.
 *
 * @param prefixed whether the field holds `type:identifier`, as fields of several types do
 */
export function rawOwners(objects: readonly ReportObject[], prefixed: boolean): RawOwner[] {
  const claims = new Map<string, Claim[]>()
  const claim = (
    object: ReportObject,
    identifier: string,
    alias?: { from: Date | null; to: Date | null }
  ) => {
    const raw = prefixed ? `${object.objectType}:${identifier}` : identifier
    const place = `${object.pointId} ${raw}`
    const one = {
      pointId: object.pointId,
      raw,
      owner: object,
      alias: alias !== undefined,
      from: alias?.from?.getTime() ?? -Infinity,
      to: alias?.to?.getTime() ?? Infinity,
    }
    const others = claims.get(place)
    if (others) others.push(one)
    else claims.set(place, [one])
  }
  for (const object of objects) {
    claim(object, object.identifier)
    for (const alias of object.aliases) claim(object, alias.identifier, alias)
  }
  return [...claims.values()].flatMap(settle)
}

type Claim = RawOwner & { alias: boolean }

/** Divides time between those who claim the same raw identifier. */
function settle(claims: readonly Claim[]): RawOwner[] {
  if (claims.length === 1 && !claims[0].alias) return [claims[0]]
  const ranked = [...claims].sort(
    (a, b) =>
      Number(b.alias) - Number(a.alias) || compare(b.from, a.from) || a.owner.id - b.owner.id
  )
  const edges = [...new Set(claims.flatMap(({ from, to }) => [from, to]))].sort(compare)
  const settled: RawOwner[] = []
  edges.slice(0, -1).forEach((from, index) => {
    const to = edges[index + 1]
    const winner = ranked.find((one) => one.from <= from && one.to >= to)
    if (!winner) return
    const before = settled[settled.length - 1]
    if (before?.owner === winner.owner && before.to === from) before.to = to
    else settled.push({ pointId: winner.pointId, raw: winner.raw, owner: winner.owner, from, to })
  })
  return settled
}

// Infinities: a difference would be NaN.
const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)
