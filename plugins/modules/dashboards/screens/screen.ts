import type { BoardVariables } from '#core/contracts/board'
import { momentDate } from '#core/contracts/module_table'
import type { CustomerTools, TableRow } from '#core/contracts/module_tools'
import type { Json } from '#core/contracts/scalar'
import { noScreen } from '../errors.js'

/** A screen on a wall, as its table has it. */
export interface Screen {
  id: number
  subject: string
  name: string
  place: string
  /** Null where the dashboard is gone. */
  boardId: number | null
  /** In place of one dashboard. */
  playlistId: number | null
  /** What stands in place of the dashboard’s own period and groups. */
  choices: Pick<BoardVariables, 'period' | 'groups'>
  /** Null where the account of who chose it is gone. */
  shownBy: number | null
  language: string
  engine: string
  resolution: string
  /** What it was last told to do, which it does once. */
  notice: Json
  seenAt: Date | null
}

const numberOf = (value: TableRow[string] | undefined) => (value === null ? null : Number(value))

export const screenOf = (row: TableRow): Screen => ({
  id: Number(row.id),
  subject: String(row.subject),
  name: String(row.name),
  place: String(row.place),
  boardId: numberOf(row.board_id),
  playlistId: numberOf(row.playlist_id),
  choices: row.choices === null ? {} : (JSON.parse(String(row.choices)) as Screen['choices']),
  shownBy: numberOf(row.shown_by),
  language: String(row.language),
  engine: String(row.engine),
  resolution: String(row.resolution),
  notice: row.notice === null ? null : (JSON.parse(String(row.notice)) as Json),
  seenAt: momentDate(row.seen_at === null ? null : String(row.seen_at)),
})

/** @throws E_SCREEN_NOT_FOUND */
export async function screenAt(customer: CustomerTools, id: string | undefined): Promise<Screen> {
  const number = /^[1-9]\d{0,8}$/.test(id ?? '') ? Number(id) : 0
  const row = await customer.rows('screens').first({ id: number })
  if (!row) throw noScreen()
  return screenOf(row)
}
