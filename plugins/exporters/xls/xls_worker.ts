import { parentPort } from 'node:worker_threads'
import XLSX from '@e965/xlsx'
import type { HeaderCell, SheetCell, SheetColumn, SheetMessage } from './sheet_message.js'

/*
 * The format can only be written as a whole, and that takes seconds: it is done in a thread of its own,
 * which is handed the rows as they come.
 */

const MILLISECONDS_A_DAY = 86_400_000
/** 1970-01-01 as Excel counts days. */
const EPOCH = 25_569

const workbook = XLSX.utils.book_new()
let columns: readonly SheetColumn[] = []
let cells: XLSX.CellObject[][] = []

parentPort!.on('message', (message: SheetMessage) => {
  if ('sheet' in message) begin(message.sheet, message.columns, message.header)
  else if ('rows' in message) for (const row of message.rows) cells.push(row.map(cell))
  else end(message.end.title)
})

function begin(name: string, shown: readonly SheetColumn[], header?: readonly HeaderCell[]) {
  endSheet()
  columns = shown
  cells = header ? [header.map(headerCell)] : []
  const sheet: XLSX.DenseWorkSheet = { '!data': cells }
  sheet['!cols'] = columns.map(({ width }) => ({ wch: width }))
  XLSX.utils.book_append_sheet(workbook, sheet, name)
}

/** How far a sheet reaches is known when its rows are. */
function endSheet() {
  const sheet = workbook.Sheets[workbook.SheetNames[workbook.SheetNames.length - 1]]
  if (!sheet) return
  const last = { r: Math.max(0, cells.length - 1), c: Math.max(0, columns.length - 1) }
  sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: last })
}

function cell(given: SheetCell, place: number): XLSX.CellObject {
  const own = typeof given === 'object' && given !== null && 'format' in given
  const { value, format } = own ? given : { value: given, format: columns[place].format }
  if (value === null) return { t: 'z' }
  if (typeof value === 'string') return { t: 's', v: value, z: '@' }
  const number = value instanceof Date ? value.getTime() / MILLISECONDS_A_DAY + EPOCH : value
  return { t: 'n', v: number, z: format }
}

function headerCell({ text, note }: HeaderCell): XLSX.CellObject {
  const made: XLSX.CellObject = { t: 's', v: text, z: '@' }
  if (note) made.c = Object.assign([{ a: 'Telestat', t: note }], { hidden: true })
  return made
}

function end(title: string) {
  endSheet()
  workbook.Props = { Title: title, Author: 'Telestat' }
  const written = XLSX.write(workbook, { bookType: 'biff8', type: 'buffer' }) as Buffer
  parentPort!.postMessage(new Uint8Array(written))
}
