import type { ReportType } from '#core/contracts/report_type'
import { columnsOf, type ColumnPlace } from '#core/plugins/checks/column_place'
import { repeatedIn } from '#core/plugins/checks/sentence'

/** Whether every partition of `consistsOf` names columns that could add up to the whole. Whether they do is tried on recorded calls. */
export function checkParts(type: ReportType): string[] {
  return columnsOf(type).flatMap((place) =>
    (place.column.consistsOf ?? []).flatMap((parts) => partition(place, parts))
  )
}

function partition(place: ColumnPlace, parts: readonly string[]): string[] {
  const { at, key, column, type } = place
  if (parts.length === 0) return [`${at}: a list of "consistsOf" is empty.`]
  return [
    ...parts
      .filter((part) => !Object.hasOwn(type.columns, part))
      .map((part) => `${at}: it consists of "${part}", which is no column of ${type.key}.`),
    ...(parts.includes(key) ? [`${at}: it cannot be a part of itself.`] : []),
    ...repeatedIn(parts).map((part) => `${at}: "${part}" is the same part twice.`),
    ...parts
      .filter((part) => Object.hasOwn(type.columns, part) && part !== key)
      .flatMap((part) => fits(place, part, column.unit)),
  ]
}

function fits({ at, column, type }: ColumnPlace, part: string, unit: string): string[] {
  const other = type.columns[part]!
  if (other.unit !== unit) {
    return [`${at}: it is ${unit}, and its part "${part}" is ${other.unit}: they do not add up.`]
  }
  // Limits overlap, so what is within each of them never adds up to a whole.
  const overlapping = other.per && 'limits' in other.per
  if (overlapping && JSON.stringify(other.per) !== JSON.stringify(column.per)) {
    return [`${at}: its part "${part}" is repeated per limit, and limits overlap.`]
  }
  return []
}
