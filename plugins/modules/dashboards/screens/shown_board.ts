import type { BoardDocument } from '#core/contracts/board'
import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import { boardOf, type Board } from '../board.js'
import { isSeen, publishedDocument } from '../find_board.js'
import { screenOf, type Screen } from './screen.js'

/** What a screen shows, and whose rights its figures have. */
export interface ShownBoard {
  board: Board
  document: BoardDocument
  reader: ModuleReader
}

/** The screen of a device; undefined where it was taken away. */
export async function screenOfDevice(
  customer: CustomerTools,
  subject: string
): Promise<Screen | undefined> {
  const row = await customer.rows('screens').first({ subject })
  return row ? screenOf(row) : undefined
}

/**
 * The dashboard on a screen, as long as who chose it still may see it; undefined where there is nothing
 * to show.
 */
export async function shownBoard(
  customer: CustomerTools,
  { boardId, shownBy }: Screen
): Promise<ShownBoard | undefined> {
  if (boardId === null || shownBy === null) return undefined
  const [row, reader] = await Promise.all([
    customer.rows('boards').first({ id: boardId }),
    customer.readerOf(shownBy),
  ])
  const board = row && boardOf(row)
  if (!board || !reader?.can('screens') || !isSeen(board, reader)) return undefined
  return { board, reader, document: await publishedDocument(customer, board) }
}
