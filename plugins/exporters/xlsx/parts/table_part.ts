import { newPart } from './new_part.js'

export interface TablePart {
  /** Unique in the workbook, as is the name. */
  id: number
  name: string
  /** `A1:H49`: the header and at least one row. */
  ref: string
  /** What the cells of the header hold, each only once. */
  headers: readonly string[]
}

/** The part that makes a range a table, with an arrow in each header that sorts and filters. */
export function tablePart({ id, name, ref, headers }: TablePart): string {
  const table = newPart().ele(
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    'table',
    { id, name, displayName: name, ref, totalsRowShown: 0 }
  )
  table.ele('autoFilter', { ref })
  const columns = table.ele('tableColumns', { count: headers.length })
  headers.forEach((header, index) => columns.ele('tableColumn', { id: index + 1, name: header }))
  table.ele('tableStyleInfo', {
    name: 'TableStyleLight1',
    showFirstColumn: 0,
    showLastColumn: 0,
    showRowStripes: 1,
    showColumnStripes: 0,
  })
  return table.end()
}
