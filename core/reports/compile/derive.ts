import type { Scalar } from '#core/contracts/scalar'
import { addDecimals } from '#core/reports/compile/decimal'
import type { ColumnPlan, ServiceLevelCounts, Worth } from '#core/reports/compile/plan_columns'

/**
 * Works out all planned columns of a row from its measures: totals are made by the same from the
 * total's measures, and never added up.
 *
 * `plus` passes over what there is nothing of, and is null where there is nothing at all; `minus`,
 * `percent` and `ratio` are null where either side is; the last two also where they would divide by zero.
 */
export function deriver(plan: ColumnPlan): Deriver {
  const workers = plan.columns.map(({ worth }) => worker(worth))
  return (measures, length) => {
    const values: Scalar[] = []
    for (const work of workers) values.push(work(values, measures, length))
    return values
  }
}

/** The values of all planned columns, from the measures of a row and its length in seconds. */
export type Deriver = (measures: readonly Scalar[], length: number) => Scalar[]

/** `values` are those of the columns before. */
type Worker = (values: readonly Scalar[], measures: readonly Scalar[], length: number) => Scalar

function worker(worth: Worth): Worker {
  if ('measure' in worth) return (_, measures) => measures[worth.measure]
  if ('length' in worth) return (_values, _measures, length) => length
  if ('plus' in worth) return (values) => sum(worth.plus.map((place) => values[place]))
  if ('minus' in worth) {
    const [a, b] = worth.minus
    return (values) => difference(values[a], values[b])
  }
  if ('percent' in worth) {
    const [a, b] = worth.percent
    return (values) => ratio(values[a], values[b], 100)
  }
  if ('ratio' in worth) {
    const [a, b] = worth.ratio
    return (values) => ratio(values[a], values[b], worth.times)
  }
  return (_, measures) => serviceLevel(worth.serviceLevel, measures)
}

const difference = (a: Scalar, b: Scalar) =>
  a === null || b === null ? null : added(a, negated(b))

function sum(values: readonly Scalar[]): Scalar {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  return known.reduce<Scalar>((a, b) => added(a, b), 0)
}

const added = (a: Scalar, b: Scalar): Scalar =>
  typeof a === 'string' || typeof b === 'string'
    ? addDecimals(String(a), String(b))
    : Number(a) + Number(b)

const negated = (value: Scalar): Scalar => {
  if (typeof value !== 'string') return -Number(value)
  return value.startsWith('-') ? value.slice(1) : `-${value}`
}

function ratio(a: Scalar, b: Scalar, times: number): number | null {
  if (a === null || b === null || Number(b) === 0) return null
  return (Number(a) * times) / Number(b)
}

function serviceLevel(counts: ServiceLevelCounts, measures: readonly Scalar[]): number | null {
  const of = (place: number | undefined) => (place === undefined ? 0 : measures[place])
  const names = [
    'answered',
    'answeredWithin',
    'abandoned',
    'abandonedWithin',
    'abandonedShort',
    'other',
  ] as const
  const values = names.map((name) => of(counts[name]))
  if (values.includes(null)) return null
  const [answered, answeredWithin, abandoned, abandonedWithin, abandonedShort, other] =
    values.map(Number)
  const every = answered + abandoned + other
  switch (counts.formula) {
    case 'withForwarded':
      return ratio(answeredWithin, every, 100)
    case 'answeredOnly':
      return ratio(answeredWithin, answered, 100)
    case 'withoutForwarded':
      return ratio(answeredWithin, answered + abandoned, 100)
    case 'shortAbandonsLeftOut':
      return ratio(answeredWithin, every - abandonedShort, 100)
    case 'abandonedWithinMet':
      return ratio(answeredWithin + abandonedWithin, every, 100)
    case 'abandonedWithinLeftOut':
      return ratio(answeredWithin, every - abandonedWithin, 100)
  }
}
