import type { Column, Expression } from '#core/contracts/column'
import type { EventSchema } from '#core/contracts/event'
import type { ReportType } from '#core/contracts/report_type'
import { inColumn } from '#core/plugins/checks/sentence'

/** The words a value may be said with. */
export const valueWords = [
  'count',
  'open',
  'sum',
  'mean',
  'longest',
  'first',
  'last',
  'distinct',
  'percentile',
  'length',
  'plus',
  'minus',
  'percent',
  'ratio',
  'serviceLevel',
] as const
export type ValueWord = (typeof valueWords)[number]

/** A column where it stands. */
export interface ColumnPlace {
  /** The beginning of its sentences. */
  at: string
  key: string
  column: Column
  type: ReportType
  /** The event it reads; undefined where `of` names none. */
  event: EventSchema | undefined
}

/** Every column of a report type. */
export const columnsOf = (type: ReportType): ColumnPlace[] =>
  Object.entries<Column>(type.columns).map(([key, column]) => ({
    at: inColumn(type.key, key),
    key,
    column,
    type,
    event: column.of === undefined ? Object.values(type.events)[0] : type.events[column.of],
  }))

/** The words that a value says: one, where it is right. */
export const wordsOf = (value: Expression): ValueWord[] =>
  valueWords.filter((word) => Object.hasOwn(value, word))

/** The columns that a value is worked out from; none where it is measured. */
export function builtOn(value: Expression): readonly string[] {
  if ('plus' in value) return value.plus
  if ('minus' in value) return value.minus
  if ('percent' in value) return value.percent
  if ('ratio' in value) return value.ratio
  return []
}

/** How a column is repeated. */
export function repeatOf({ per }: Column): 'limits' | 'bands' | 'field' | undefined {
  if (!per) return undefined
  if ('limits' in per) return 'limits'
  return 'bands' in per ? 'bands' : 'field'
}
