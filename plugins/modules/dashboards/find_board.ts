import type { BoardDocument } from '#core/contracts/board'
import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import { boardOf, type Board } from './board.js'
import { changedMeanwhile, noBoard, noRevision, notYourBoard } from './errors.js'

/** Whether a board exists for its reader: their own, what is shared, and for administrators all. */
export const isSeen = (board: Board, reader: ModuleReader) =>
  isMine(board, reader) || board.shared || board.standard || reader.can('give')

export const isMine = (board: Board, reader: ModuleReader) => board.ownerId === reader.userId

const idIn = (text: string | undefined) => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0)

/**
 * The board of an address, which its reader may see.
 *
 * @throws E_BOARD_NOT_FOUND
 */
export async function seenBoard(
  customer: CustomerTools,
  reader: ModuleReader,
  id: string | undefined
): Promise<Board> {
  const row = await customer.rows('boards').first({ id: idIn(id) })
  const board = row && boardOf(row)
  if (!board || !isSeen(board, reader)) throw noBoard()
  return board
}

/**
 * The same of who changes it, which only its owner does.
 *
 * @throws E_BOARD_NOT_FOUND E_BOARD_NOT_YOURS
 */
export async function ownBoard(
  customer: CustomerTools,
  reader: ModuleReader,
  id: string | undefined
): Promise<Board> {
  const board = await seenBoard(customer, reader, id)
  if (!isMine(board, reader)) throw notYourBoard()
  return board
}

/** What everybody sees of a board. */
export async function publishedDocument(
  customer: CustomerTools,
  { id, published }: Board
): Promise<BoardDocument> {
  const row = await customer.rows('revisions').first({ board_id: id, revision: published })
  return JSON.parse(String(row?.document)) as BoardDocument
}

/**
 * A version of a board that was published.
 *
 * @throws E_BOARD_REVISION
 */
export async function versionOf(
  customer: CustomerTools,
  { id }: Board,
  version: string | undefined
): Promise<BoardDocument> {
  const row = await customer.rows('revisions').first({ board_id: id, revision: idIn(version) })
  if (!row) throw noRevision()
  return JSON.parse(String(row.document)) as BoardDocument
}

/** Says who changed a board since it was opened, and when. */
export async function changedSince(customer: CustomerTools, { id }: Board) {
  const row = await customer.rows('boards').first({ id })
  if (!row) return noBoard()
  const { changedAt, changedBy } = boardOf(row)
  const [person] = await customer.people(changedBy === null ? [] : [changedBy])
  return changedMeanwhile(person?.name ?? 'Somebody', changedAt.toISOString())
}
