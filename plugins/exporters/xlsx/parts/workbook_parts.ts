import { tablePart, type TablePart } from './table_part.js'
import { drawingPart, type Anchor } from './drawing_part.js'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const DRAWING = 'application/vnd.openxmlformats-officedocument'

/** A relationship of a part, its target as seen from there. */
export interface Relationship {
  id: string
  type: string
  target: string
}

/** What one sheet has beside what the library wrote. */
interface SheetParts {
  drawing?: string
  tables: string[]
}

/**
 * The parts of a workbook that the library cannot write: charts, the drawings that place them, and
 * tables. Gathered while sheets are written, and put into the file as it streams past.
 */
export class WorkbookParts {
  #sheets = new Map<string, SheetParts>()
  #files = new Map<string, string>()
  #types = new Map<string, string>()
  #relationships = new Map<string, Relationship[]>()
  #tables = 0
  #charts = 0
  #drawings = 0

  /** Parts that are new, by their path in the file. */
  get files(): ReadonlyMap<string, string> {
    return this.#files
  }

  /** Content types of the new parts, by path. */
  get contentTypes(): ReadonlyMap<string, string> {
    return this.#types
  }

  /** Relationships by the path of their part. The library numbers its own from 1, and has two at most. */
  get relationships(): ReadonlyMap<string, readonly Relationship[]> {
    return this.#relationships
  }

  sheet(path: string): SheetParts | undefined {
    return this.#sheets.get(path)
  }

  /** A table that sorts and filters over `ref` of the sheet with this number. */
  addTable(sheet: number, table: Omit<TablePart, 'id' | 'name'>) {
    const id = ++this.#tables
    const path = `xl/tables/table${id}.xml`
    this.#add(path, `${SPREADSHEET}.table+xml`, tablePart({ ...table, id, name: `Table_${id}` }))
    this.#sheet(sheet).tables.push(
      this.#relate(sheetPath(sheet), `${OFFICE}/table`, `../tables/table${id}.xml`)
    )
  }

  /** Charts on the sheet with this number, each where it is anchored. */
  addCharts(sheet: number, charts: readonly { xml: string; anchor: Anchor; name: string }[]) {
    const drawing = `xl/drawings/drawing${++this.#drawings}.xml`
    const anchors = charts.map(({ xml, anchor, name }) => {
      const path = `xl/charts/chart${++this.#charts}.xml`
      this.#add(path, `${DRAWING}.drawingml.chart+xml`, xml)
      const id = this.#relate(drawing, `${OFFICE}/chart`, `../charts/chart${this.#charts}.xml`)
      return { anchor, name, relationship: id }
    })
    this.#add(drawing, `${DRAWING}.drawing+xml`, drawingPart(anchors))
    this.#sheet(sheet).drawing = this.#relate(
      sheetPath(sheet),
      `${OFFICE}/drawing`,
      `../drawings/drawing${this.#drawings}.xml`
    )
  }

  #add(path: string, type: string, xml: string) {
    this.#files.set(path, xml)
    this.#types.set(path, type)
  }

  #relate(from: string, type: string, target: string) {
    const known = this.#relationships.get(from) ?? []
    const id = `rId${known.length + 11}`
    this.#relationships.set(from, [...known, { id, type, target }])
    return id
  }

  #sheet(number: number) {
    const path = sheetPath(number)
    const parts = this.#sheets.get(path) ?? { tables: [] }
    this.#sheets.set(path, parts)
    return parts
  }
}

const sheetPath = (number: number) => `xl/worksheets/sheet${number}.xml`
