import type { AgentRecord } from './agent_record.js'
import { readAgentRecord } from './agent_record.js'
import { BadLine } from './bad_line.js'
import { readCallRecord, type CallRecord } from './call_record.js'
import { Cells } from './cells.js'
import { missingColumns, type ColumnMap } from './column_map.js'
import { columns, isColumn, type ColumnName } from './columns.js'
import { splitLine } from './split_line.js'
import { recordTypes } from './vocabulary.js'

/**
 * Reads the lines of one input. A header line, whose first cell is `version`, says in which order the
 * columns of our own format stand from there on.
 */
export class RecordReader {
  /** The header in force, null for the order of the column map; kept for when a grown file is read on. */
  header: string[] | null

  private byHeader: ColumnMap | null = null
  private readonly complete = new Map<string, string[]>()

  constructor(
    private readonly maps: ReadonlyMap<string, ColumnMap>,
    private readonly zone: string,
    header: string[] | null = null
  ) {
    this.header = header
    if (header) this.byHeader = this.ordered(header)
  }

  /**
   * The record of a line; null for a header and for an empty line.
   *
   * @throws BadLine in a sentence.
   */
  read(line: string): CallRecord | AgentRecord | null {
    if (line.trim() === '') return null
    const cells = splitLine(line.startsWith('\uFEFF') ? line.slice(1) : line)
    const version = cells[0]!.trim()
    if (version.toLowerCase() === 'version') return this.takeHeader(cells)
    const map = this.mapOf(version)
    const reader = new Cells(cells, map, this.zone)
    const type =
      map.places.recordType === undefined ? '' : reader.neededWord('recordType', recordTypes)
    this.mustBeComplete(map, type === 'AgentCdr' ? 'agent' : 'call')
    return type === 'AgentCdr' ? readAgentRecord(reader) : readCallRecord(reader)
  }

  private takeHeader(cells: string[]): null {
    const header = cells.map((cell) => cell.trim())
    const usual =
      columns.length === header.length && columns.every((name, at) => name === header[at])
    this.header = usual ? null : header
    this.byHeader = usual ? null : this.ordered(header)
    this.complete.clear()
    return null
  }

  private ordered(header: readonly string[]): ColumnMap {
    const own = this.maps.get('T1')!
    const places = header.flatMap((name, index): [ColumnName, number][] =>
      isColumn(name) ? [[name, index]] : []
    )
    return { ...own, places: Object.fromEntries(places) }
  }

  private mapOf(version: string): ColumnMap {
    const map = version === 'T1' && this.byHeader ? this.byHeader : this.maps.get(version)
    if (map) return map
    throw new BadLine(
      `The format version "${version}" is unknown. Known are: ${[...this.maps.keys()].join(', ')}. Add its columns to the setting "Columns of the file".`
    )
  }

  private mustBeComplete(map: ColumnMap, kind: 'call' | 'agent'): void {
    const known = `${kind}|${map === this.byHeader ? 'header' : map.version}`
    let missing = this.complete.get(known)
    if (!missing) this.complete.set(known, (missing = missingColumns(map, kind)))
    if (missing.length === 0) return
    throw new BadLine(
      map === this.byHeader
        ? `The header line lacks the columns: ${missing.join(', ')}.`
        : `It is not known where format version ${map.version} has the columns: ${missing.join(', ')}. Complete the setting "Columns of the file" with rows such as ${map.version}.${missing[0]} and the column's place.`
    )
  }
}
