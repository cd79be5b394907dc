import type { BoardDocument } from '#core/contracts/board'
import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import { boardOf, type Board } from '../board.js'
import { isSeen, publishedDocument } from '../find_board.js'
import { playlistOf } from '../playlists/playlist.js'
import { turnAt } from '../playlists/turn.js'
import { screenOf, type Screen } from './screen.js'

/** What a screen shows, and whose rights its figures have. */
export interface ShownBoard {
  board: Board
  document: BoardDocument
  reader: ModuleReader
  /** Seconds until it is the turn of another one; undefined where it stays. */
  left?: number
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
 * The dashboard on a screen now, as long as who chose it still may see it; undefined where there is
 * nothing to show.
 */
export async function shownBoard(
  customer: CustomerTools,
  screen: Screen
): Promise<ShownBoard | undefined> {
  if (screen.shownBy === null) return undefined
  const reader = await customer.readerOf(screen.shownBy)
  if (!reader?.can('screens')) return undefined
  const turn = await turnOf(customer, reader, screen)
  if (!turn) return undefined
  const whole = await publishedDocument(customer, turn.board)
  const variables = { ...whole.variables, ...screen.choices }
  return { ...turn, reader, document: { ...whole, variables } }
}

type Turn = Pick<ShownBoard, 'board' | 'left'>

async function turnOf(
  customer: CustomerTools,
  reader: ModuleReader,
  { boardId, playlistId }: Screen
): Promise<Turn | undefined> {
  const seen = async (ids: readonly number[]) => {
    const rows = await customer.rows('boards').list({ where: { id: ids }, limit: 100 })
    return rows.map(boardOf).filter((board) => isSeen(board, reader))
  }
  if (playlistId === null) {
    const [board] = boardId === null ? [] : await seen([boardId])
    return board && { board }
  }
  const row = await customer.rows('playlists').first({ id: playlistId })
  if (!row) return undefined
  const { items } = playlistOf(row)
  const [boards, isOpen] = await Promise.all([
    seen(items.map(({ board }) => board)),
    items.some(({ onlyOpen }) => onlyOpen) ? isOpenNow(customer, reader) : true,
  ])
  const shown = items.filter(
    ({ board, onlyOpen }) => (isOpen || !onlyOpen) && boards.some(({ id }) => id === board)
  )
  const turn = turnAt(shown, customer.now())
  const board = turn && boards.find(({ id }) => id === turn.item.board)
  return board && { board, ...(shown.length > 1 && { left: turn.left }) }
}

/** Where no hours are known it is always open. */
async function isOpenNow(customer: CustomerTools, reader: ModuleReader): Promise<boolean> {
  const [answer] = await customer.ask([{ kind: 'state', what: 'opening' }], reader)
  return answer?.total?.open !== false && answer?.total?.open !== 0
}
