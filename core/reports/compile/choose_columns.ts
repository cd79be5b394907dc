import type { Column } from '#core/contracts/column'
import type { ReportType } from '#core/contracts/report_type'
import { noColumns, unknownColumn } from '#core/reports/errors'

/** A declared column that is to be shown; `only` is the one repetition asked for. */
export interface ChosenColumn {
  key: string
  only?: string
}

/**
 * The columns asked for, in that order. `all` are those that are not hidden.
 *
 * @param repeats the suffixes of a repeated column; undefined where they depend on the facts
 * @throws E_UNKNOWN_COLUMN, E_NO_COLUMNS
 */
export function chooseColumns(
  type: ReportType,
  asked: readonly string[] | 'all',
  repeats: (column: Column) => readonly string[] | undefined
): ChosenColumn[] {
  const declared = Object.keys(type.columns)
  const offered = declared.filter((key) => !type.columns[key].hidden)
  if (asked === 'all') return offered.map((key) => ({ key }))
  if (asked.length === 0) throw noColumns(offered)
  return [...new Set(asked)].map((name) => {
    if (Object.hasOwn(type.columns, name)) return { key: name }
    const key = declared.find((one) => isRepetition(name, one, type.columns[one], repeats))
    if (key) return { key, only: name }
    throw unknownColumn(name, offered, asked.indexOf(name))
  })
}

function isRepetition(
  name: string,
  key: string,
  column: Column,
  repeats: (column: Column) => readonly string[] | undefined
) {
  if (!column.per || !name.startsWith(`${key}_`)) return false
  const suffixes = repeats(column)
  return suffixes ? suffixes.includes(name.slice(key.length + 1)) : true
}

/** The columns that a column builds on. */
export function buildsOn({ value }: Column): readonly string[] {
  if ('plus' in value) return value.plus
  if ('minus' in value) return value.minus
  if ('percent' in value) return value.percent
  if ('ratio' in value) return value.ratio
  return []
}

/** The chosen columns and all that they build on, without order. */
export function neededColumns(type: ReportType, chosen: readonly ChosenColumn[]): Set<string> {
  const needed = new Set<string>()
  const add = (key: string) => {
    if (needed.has(key)) return
    needed.add(key)
    buildsOn(type.columns[key]).forEach(add)
  }
  chosen.forEach(({ key }) => add(key))
  return needed
}
