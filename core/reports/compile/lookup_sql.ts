import type { Bindings } from '#core/reports/compile/bindings'
import type { RawOwner } from '#core/reports/objects/raw_owners'

/** What one raw identifier means at a point, from one moment to another (milliseconds, half open). */
export interface LookupEntry<V> extends Omit<RawOwner, 'owner'> {
  value: V
}

export interface Lookup<V> {
  column: string
  entries: readonly LookupEntry<V>[]
  /** The collection points that the statement reads at all. */
  points: readonly number[]
  /** ClickHouse type of the values. */
  type: 'UInt32' | 'String'
  /** SQL of the value where no entry fits. */
  otherwise: string
}

/**
 * An expression that turns what the source wrote into what it means, by point and, where an
 * identifier changed hands, by moment.
 */
export function lookupSql<V>(lookup: Lookup<V>, bind: Bindings): string {
  const byPoint = Map.groupBy(lookup.entries, ({ pointId }) => pointId)
  const points = lookup.points.filter((point) => byPoint.has(point))
  if (points.length === 0) return lookup.otherwise
  const ofOne = (point: number) => ofPoint(lookup, byPoint.get(point)!, bind)
  if (lookup.points.length === 1) return ofOne(points[0])
  const branches = points.map((point) => `point = ${bind.bind('UInt32', point)}, ${ofOne(point)}`)
  return `multiIf(${branches.join(', ')}, ${lookup.otherwise})`
}

function ofPoint<V>(lookup: Lookup<V>, entries: readonly LookupEntry<V>[], bind: Bindings) {
  const isAlways = ({ from, to }: LookupEntry<V>) => from === -Infinity && to === Infinity
  const always = entries.filter(isAlways)
  const dated = Map.groupBy(
    entries.filter((entry) => !isAlways(entry)),
    ({ from, to }) => `${from} ${to}`
  )
  if (dated.size === 0) return translated(lookup, always, bind)
  const branches = [...dated.values()].map((some) => {
    const { from, to } = some[0]
    const conditions = [
      `${lookup.column} IN ${bind.bind(
        'Array(String)',
        some.map(({ raw }) => raw)
      )}`,
      ...(from === -Infinity ? [] : [`at >= ${moment(from, bind)}`]),
      ...(to === Infinity ? [] : [`at < ${moment(to, bind)}`]),
    ]
    return `${conditions.join(' AND ')}, ${translated(lookup, some, bind)}`
  })
  return `multiIf(${branches.join(', ')}, ${translated(lookup, always, bind)})`
}

function translated<V>(lookup: Lookup<V>, entries: readonly LookupEntry<V>[], bind: Bindings) {
  if (entries.length === 0) return lookup.otherwise
  const raws = bind.bind(
    'Array(String)',
    entries.map(({ raw }) => raw)
  )
  const values = bind.bind(
    `Array(${lookup.type})`,
    entries.map(({ value }) => value)
  )
  return `transform(${lookup.column}, ${raws}, ${values}, ${lookup.otherwise})`
}

const moment = (at: number, bind: Bindings) =>
  bind.bind("DateTime64(3, 'UTC')", new Date(at).toISOString().slice(0, -1).replace('T', ' '))
