import type { BoardDocument } from '#core/contracts/board'
import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import type { Board } from './board.js'
import { isMine } from './find_board.js'

/** Of each of some boards who owns it and who changed it, by their ids. */
export async function namesOf(
  customer: CustomerTools,
  boards: readonly Board[]
): Promise<ReadonlyMap<number, string>> {
  const ids = new Set(boards.flatMap(({ ownerId, changedBy }) => [ownerId, changedBy]))
  const people = await customer.people([...ids].filter((id) => id !== null))
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** A board as it is listed. */
export const presentBoard = (
  board: Board,
  reader: ModuleReader,
  names: ReadonlyMap<number, string>
) => {
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    id: board.id,
    name: board.name,
    description: board.description,
    owner: nameOf(board.ownerId),
    mine: isMine(board, reader),
    shared: board.shared,
    standard: board.standard,
    revision: board.revision,
    changedAt: board.changedAt.toISOString(),
    changedBy: nameOf(board.changedBy),
    /** Whether its owner has changes that others do not see yet. */
    hasDraft: isMine(board, reader) && board.draft !== null,
  }
}

/** What a miniature is drawn of: what lies where, and nothing of what it says. */
export const miniatureOf = ({ mode, places, widgets, look }: BoardDocument) => ({
  mode,
  background: look.background ?? null,
  places: places.map((place) => ({ ...place, kind: widgets[place.id]?.kind ?? '' })),
})
