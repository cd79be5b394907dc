import type { BoardDocument } from '#core/contracts/board'
import type { CustomerTools, ModuleReader, Value } from '#core/contracts/module_tools'
import type { Board } from './board.js'
import { changedSince } from './find_board.js'

/** Versions that are kept of a board. */
const KEPT = 50

/**
 * Changes a board that nobody has changed since; answers its new revision.
 *
 * @throws E_BOARD_CHANGED naming who changed it and when
 */
export async function changeBoard(
  customer: CustomerTools,
  reader: ModuleReader,
  board: Board,
  { revision, ...change }: { revision: number } & Readonly<Record<string, Value>>
): Promise<number> {
  const next = revision + 1
  const changed = await customer.rows('boards').update(
    { id: board.id, revision },
    {
      ...change,
      revision: next,
      changed_at: customer.now(),
      changed_by: reader.userId,
    }
  )
  if (!changed) throw await changedSince(customer, board)
  return next
}

/**
 * Shows everybody another document, and keeps the one before; answers the new revision.
 *
 * @throws E_BOARD_CHANGED
 */
export async function publishBoard(
  customer: CustomerTools,
  reader: ModuleReader,
  board: Board,
  wish: { revision: number; document: BoardDocument; note: string }
): Promise<number> {
  const { revision, document, note } = wish
  const next = revision + 1
  const done = await customer.transaction(async (rows) => {
    const changed = await rows('boards').update(
      { id: board.id, revision },
      {
        revision: next,
        published: next,
        draft: null,
        changed_at: customer.now(),
        changed_by: reader.userId,
      }
    )
    if (!changed) return false
    await rows('revisions').insert({
      board_id: board.id,
      revision: next,
      document: JSON.stringify(document),
      note,
      made_at: customer.now(),
      made_by: reader.userId,
    })
    const [oldest] = await rows('revisions').list({
      where: { board_id: board.id },
      order: ['-revision'],
      limit: 1,
      offset: KEPT,
    })
    if (oldest) {
      await rows('revisions').delete({
        board_id: board.id,
        revision: { before: Number(oldest.revision) + 1 },
      })
    }
    return true
  })
  if (!done) throw await changedSince(customer, board)
  customer.refreshStreams()
  return next
}
