import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { FigureAddress } from '../api/figure_address.js'
import type { ReportRow } from '../api/report.js'

const COLUMN = 'behind'
const SIDE = 'behind.side'
const COMPARED = 'behind.compared'
const ROW = 'row.'

/** What says which row of a report it is. */
export const rowKeys = ['interval', 'group', 'object', 'part'] as const

type Address = LocationQuery | LocationQueryRaw

/** A figure of the report on the screen, or of what it is compared with. */
export interface ShownFigure {
  figure: FigureAddress
  compared: boolean
}

const isOfFigure = (name: string) =>
  name === COLUMN || name.startsWith(`${COLUMN}.`) || name.startsWith(ROW)

/** An address without what says whose calls are listed. */
export const withoutFigure = (address: Address): LocationQueryRaw =>
  Object.fromEntries(Object.entries(address).filter(([name]) => !isOfFigure(name)))

/** What of an address says whose calls are listed. Null, as of objects in no group, is an empty text. */
export function figurePart({ figure, compared }: ShownFigure): Record<string, string> {
  const { column, row = {}, side } = figure
  const keys = rowKeys.filter((key) => row[key] !== undefined)
  return {
    [COLUMN]: column,
    ...Object.fromEntries(keys.map((key) => [ROW + key, row[key] ?? ''])),
    ...(side === 'whole' && { [SIDE]: side }),
    ...(compared && { [COMPARED]: '1' }),
  }
}

/** The same as the end of an address. */
export const figureText = (shown: ShownFigure): string =>
  Object.entries(figurePart(shown))
    .map(([name, value]) => `&${name}=${encodeURIComponent(value)}`)
    .join('')

/** The figure whose calls an address lists; null where it lists those of the whole report. */
export function figureIn(address: LocationQuery): ShownFigure | null {
  const text = (name: string) => {
    const value = address[name]
    return typeof value === 'string' ? value : undefined
  }
  const column = text(COLUMN)
  if (!column) return null
  const keys = rowKeys.filter((key) => text(ROW + key) !== undefined)
  const valueOf = (key: (typeof rowKeys)[number]) => {
    const value = text(ROW + key) ?? ''
    return value === '' && (key === 'group' || key === 'part') ? null : value
  }
  return {
    compared: text(COMPARED) === '1',
    figure: {
      column,
      ...(keys.length && { row: Object.fromEntries(keys.map((key) => [key, valueOf(key)])) }),
      ...(text(SIDE) === 'whole' && { side: 'whole' as const }),
    },
  }
}

/** What follows the keys of a row that stands beside another, where two reports are compared. */
export const BESIDE = '__b'

/** A row as requests name it. */
export const rowAddress = (row: ReportRow, ending = ''): FigureAddress['row'] =>
  Object.fromEntries(
    rowKeys.flatMap((key) => {
      const value = row[key + ending]
      return value === undefined ? [] : [[key, value as string | null]]
    })
  )
