import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import { seenBoard } from '../find_board.js'
import type { PlaylistItem } from './playlist.js'

/**
 * The items of a playlist, each of a dashboard that its maker may see.
 *
 * @throws E_BOARD_NOT_FOUND
 */
export async function checkedItems(
  customer: CustomerTools,
  reader: ModuleReader,
  items: readonly PlaylistItem[]
): Promise<string> {
  for (const board of new Set(items.map((item) => item.board))) {
    await seenBoard(customer, reader, String(board))
  }
  return JSON.stringify(items)
}
