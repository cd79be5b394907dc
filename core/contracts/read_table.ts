import { parse } from 'csv-parse/sync'
import type { Input, Rejected } from './collector.js'
import { readLines } from './read_lines.js'
import { BadRecord, reasonOf, TableRow } from './table_row.js'

/** A line of a table with its number in the input. */
export interface TableLine {
  row: TableRow
  line: string
  number: number
}

/** Some lines of a table, and the lines among them that do not fit its header. */
export interface TablePart {
  /** What separates the values, then the names of the columns in small letters. */
  header: readonly string[]
  rows: TableLine[]
  rejected: Rejected[]
  /** Bytes of the whole file that are dealt with once these rows are: the `position` to answer. */
  position: number
}

const ENOUGH = 2000
const LONGEST_SHOWN = 4000
const SEPARATORS = [';', ',', '\t', '|'] as const

/**
 * Reads an input of comma-separated values in UTF-8: the first line names the columns, and whichever of
 * semicolon, comma, tabulator and bar stands first in it separates them. A value in quotation marks may
 * hold separators; a record is one line.
 *
 * A file that has grown is read on from the middle, where no header stands: hand over the `header` that
 * was answered before, which is kept in the memory (see `keptHeader`).
 */
export async function* readTable(
  input: Input,
  zone: string,
  header?: readonly string[]
): AsyncGenerator<TablePart> {
  const table = new Table(zone, input.from > 0 ? (header ?? []) : undefined)
  let part: TablePart | undefined
  for await (const { lines, position } of readLines(input)) {
    part ??= { header: [], rows: [], rejected: [], position }
    for (const { text, number } of lines) table.take(text, number, part)
    part.position = position
    part.header = table.header ?? []
    if (part.rows.length + part.rejected.length < ENOUGH) continue
    yield part
    part = undefined
  }
  if (part) yield part
}

const MOST_HEADERS = 100

/** Keeps the header of a file in a memory, the newest last; of very many files the oldest are forgotten. */
export function keptHeader(
  headers: Map<string, string[]>,
  name: string,
  header: readonly string[]
): void {
  headers.delete(name)
  headers.set(name, [...header])
  for (const old of [...headers.keys()].slice(0, -MOST_HEADERS)) headers.delete(old)
}

class Table {
  header: readonly string[] | undefined
  private separator = ';'

  constructor(
    private readonly zone: string,
    header: readonly string[] | undefined
  ) {
    if (header) {
      this.separator = header[0] ?? ';'
      this.header = header
    }
  }

  take(line: string, number: number, part: TablePart): void {
    if (line.trim() === '') return
    if (!this.header) return this.takeHeader(line.replace(/^\uFEFF/, ''))
    try {
      const cells = this.cells(line)
      const names = this.header.slice(1)
      if (names.every((name, index) => name === cells[index]?.toLowerCase())) return
      part.rows.push({ row: this.row(names, cells), line, number })
    } catch (error) {
      part.rejected.push(rejectedLine(line, number, error))
    }
  }

  private takeHeader(line: string): void {
    const first = SEPARATORS.map((separator) => ({ separator, at: line.indexOf(separator) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0]
    this.separator = first?.separator ?? ';'
    this.header = [this.separator, ...this.cells(line).map((name) => name.toLowerCase())]
  }

  private row(names: readonly string[], cells: readonly string[]): TableRow {
    if (names.length === 0) throw new BadRecord('The line that names the columns is not known.')
    if (cells.length !== names.length) {
      throw new BadRecord(
        `The line has ${cells.length} values, and the table ${names.length} columns.`
      )
    }
    return new TableRow(new Map(names.map((name, index) => [name, cells[index]!])), this.zone)
  }

  private cells(line: string): string[] {
    if (!line.includes('"')) return line.split(this.separator).map((cell) => cell.trim())
    try {
      const [cells] = parse(line, { delimiter: this.separator, trim: true }) as string[][]
      return cells ?? []
    } catch {
      throw new BadRecord('A quotation mark stands where none can.')
    }
  }
}

/** A line as it is shown to who mends it. */
export const rejectedLine = (line: string, number: number, error: unknown): Rejected => ({
  line: line.slice(0, LONGEST_SHOWN),
  number,
  reason: reasonOf(error),
})
