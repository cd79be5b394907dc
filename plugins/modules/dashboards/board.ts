import type { BoardDocument } from '#core/contracts/board'
import type { TableRow } from '#core/contracts/module_tools'
import { momentDate } from '#core/contracts/module_table'

/** A dashboard as its table has it. */
export interface Board {
  id: number
  /** Null where the owner’s account is gone. */
  ownerId: number | null
  name: string
  description: string
  shared: boolean
  standard: boolean
  revision: number
  published: number
  draft: BoardDocument | null
  changedAt: Date
  changedBy: number | null
}

const idOf = (value: TableRow[string] | undefined) => (value === null ? null : Number(value))

/** A row of the table as a board. */
export const boardOf = (row: TableRow): Board => ({
  id: Number(row.id),
  ownerId: idOf(row.owner_id),
  name: String(row.name),
  description: String(row.description),
  shared: Boolean(row.shared),
  standard: Boolean(row.standard),
  revision: Number(row.revision),
  published: Number(row.published),
  draft: row.draft === null ? null : (JSON.parse(String(row.draft)) as BoardDocument),
  changedAt: momentDate(String(row.changed_at))!,
  changedBy: idOf(row.changed_by),
})
