import { destinations } from '../object_types.js'
import { BadLine } from './bad_line.js'
import type { ColumnMap } from './column_map.js'
import type { ColumnName } from './columns.js'
import { readTime } from './read_time.js'

/** Reads the cells of one line by a column map. Every method says in a sentence what is wrong with its cell. */
export class Cells {
  constructor(
    private readonly cells: readonly string[],
    private readonly map: ColumnMap,
    private readonly zone: string
  ) {}

  /** The text of a column, empty where the line or the map has none. */
  text(column: ColumnName): string {
    const place = this.map.places[column]
    if (place === undefined) return ''
    const text = typeof place === 'number' ? (this.cells[place] ?? '').trim() : place.constant
    const words = this.map.words[column]
    return words?.get(text.toLowerCase()) ?? text
  }

  textOrNull(column: ColumnName): string | null {
    return this.text(column) || null
  }

  needed(column: ColumnName): string {
    const text = this.text(column)
    if (text === '') throw new BadLine(`${column} is empty.`)
    return text
  }

  time(column: ColumnName): Date | null {
    return readTime(this.text(column), column, this.zone)
  }

  neededTime(column: ColumnName): Date {
    return readTime(this.needed(column), column, this.zone)!
  }

  flag(column: ColumnName): boolean {
    const text = this.text(column).toLowerCase()
    if (['true', '1', 'yes'].includes(text)) return true
    if (['', 'false', '0', 'no'].includes(text)) return false
    throw new BadLine(`${column} "${text}" should be true or false.`)
  }

  wholeNumber(column: ColumnName): number {
    const text = this.text(column)
    if (/^\d{0,9}$/.test(text)) return Number(text)
    throw new BadLine(`${column} "${text}" should be a whole number.`)
  }

  /** One of the words that a column may hold, whatever its capitals; empty where it is empty. */
  word<W extends string>(column: ColumnName, words: readonly W[]): W | '' {
    const text = this.text(column)
    if (text === '') return ''
    const found =
      words.find((word) => word === text) ??
      words.find((word) => word.toLowerCase() === text.toLowerCase())
    if (found) return found
    throw new BadLine(`${column} "${text}" is unknown. Known are: ${words.join(', ')}.`)
  }

  neededWord<W extends string>(column: ColumnName, words: readonly W[]): W {
    this.needed(column)
    return this.word(column, words) as W
  }

  /** An object written `type:identifier`; null where the cell is empty. */
  object(column: ColumnName, types: readonly string[] = destinations): string | null {
    const text = this.text(column)
    if (text === '') return null
    const colon = text.indexOf(':')
    if (colon > 0 && colon < text.length - 1 && types.includes(text.slice(0, colon))) return text
    throw new BadLine(
      `${column} "${text}" should be a type and an identifier, like ${types[0]}:…. The types are: ${types.join(', ')}.`
    )
  }
}
