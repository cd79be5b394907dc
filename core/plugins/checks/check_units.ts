import type { Unit } from '#core/contracts/column'
import type { Field } from '#core/contracts/event'
import {
  builtOn,
  columnsOf,
  wordsOf,
  type ColumnPlace,
  type ValueWord,
} from '#core/plugins/checks/column_place'
import type { ReportType } from '#core/contracts/report_type'

/** Whether each column's unit is one that its value can have. Values and fields have been checked before. */
export function checkUnits(type: ReportType): string[] {
  return columnsOf(type).flatMap((place) => {
    const mixed = mixedParts(place)
    if (mixed) return [mixed]
    const fitting = unitsOf(place)
    const { unit } = place.column
    if (fitting.includes(unit)) return []
    return [
      `${place.at}: the unit "${unit}" does not fit its value, which is ${fitting.join(' or ')}.`,
    ]
  })
}

const plain: Partial<Record<ValueWord, readonly Unit[]>> = {
  count: ['count'],
  open: ['count'],
  distinct: ['count'],
  length: ['seconds'],
  percent: ['percent'],
  serviceLevel: ['percent'],
}

function unitsOf(place: ColumnPlace): readonly Unit[] {
  const { value } = place.column
  const word = wordsOf(value)[0]!
  if (plain[word]) return plain[word]
  const parts = unitsOfParts(place)
  if ('ratio' in value) return rate(parts as [Unit, Unit])
  if (parts.length > 0) return counted(parts) ? [...new Set([...parts, 'number' as const])] : parts
  const key = (value as unknown as Record<string, string>)[word]!
  return ofField(word, place.event!.fields[key]!.type)
}

/** Means of whole numbers are not whole, so they are no counts. */
function ofField(word: ValueWord, type: Field['type']): readonly Unit[] {
  if (type === 'seconds') return ['seconds']
  if (type === 'decimal') return ['number']
  if (type === 'number') return word === 'mean' ? ['number'] : ['count', 'number']
  return type === 'time' ? ['time'] : ['text']
}

/** Seconds per call are seconds; a count is never a rate. */
const rate = ([above, below]: [Unit, Unit]): readonly Unit[] =>
  above === 'seconds' && below !== 'seconds' ? ['seconds', 'number'] : ['number']

const unitsOfParts = ({ column, type }: ColumnPlace) => [
  ...new Set(builtOn(column.value).map((key) => type.columns[key]!.unit)),
]

const counted = (units: readonly Unit[]) =>
  units.every((unit) => unit === 'count' || unit === 'number')

/** Only a ratio may relate what is measured differently. */
function mixedParts(place: ColumnPlace): string | undefined {
  const units = unitsOfParts(place)
  const unmeasured = units.find((unit) => unit === 'text' || unit === 'time')
  if (unmeasured)
    return `${place.at}: nothing can be worked out from a column whose unit is ${unmeasured}.`
  if ('ratio' in place.column.value || units.length < 2 || counted(units)) return undefined
  return `${place.at}: it builds on columns of different units: ${units.join(', ')}.`
}
