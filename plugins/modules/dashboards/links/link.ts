import { momentDate } from '#core/contracts/module_table'
import type { BoardDocument } from '#core/contracts/board'
import type { CustomerTools, TableRow } from '#core/contracts/module_tools'
import { noLink } from '../errors.js'
import type { ShownBoard } from './shown_publicly.js'

/** What a link shows, as it was when it was published: later changes of the board need another word. */
export interface Frozen {
  /** With what its questions are made of. It never leaves the server. */
  document: BoardDocument
  /** What everybody with the address is given. */
  shown: ShownBoard
}

/** A link to a board, as its table has it. */
export interface Link {
  id: number
  boardId: number
  subject: string
  address: string
  secretHash: string
  hint: string
  passwordHash: string | null
  name: string
  enabled: boolean
  endsAt: Date | null
  networks: readonly string[]
  hosts: readonly string[]
  names: boolean
  language: string
  revision: number
  frozen: Frozen
  /** Null where the account is gone. */
  publishedBy: number | null
  paused: string | null
  madeAt: Date
  rotatedAt: Date | null
}

const listOf = (text: unknown) => JSON.parse(String(text)) as string[]
const textOf = (value: unknown) => (value === null ? null : String(value))

export const linkOf = (row: TableRow): Link => ({
  id: Number(row.id),
  boardId: Number(row.board_id),
  subject: String(row.subject),
  address: String(row.address),
  secretHash: String(row.secret_hash),
  hint: String(row.hint),
  passwordHash: textOf(row.password_hash),
  name: String(row.name),
  enabled: Boolean(row.enabled),
  endsAt: momentDate(textOf(row.ends_at)),
  networks: listOf(row.networks),
  hosts: listOf(row.hosts),
  names: Boolean(row.names),
  language: String(row.language),
  revision: Number(row.revision),
  frozen: JSON.parse(String(row.frozen)) as Frozen,
  publishedBy: row.published_by === null ? null : Number(row.published_by),
  paused: textOf(row.paused),
  madeAt: momentDate(String(row.made_at))!,
  rotatedAt: momentDate(textOf(row.rotated_at)),
})

/** @throws E_LINK_NOT_FOUND */
export async function linkAt(customer: CustomerTools, id: string | undefined): Promise<Link> {
  const number = /^[1-9]\d{0,8}$/.test(id ?? '') ? Number(id) : 0
  const row = await customer.rows('links').first({ id: number })
  if (!row) throw noLink()
  return linkOf(row)
}
