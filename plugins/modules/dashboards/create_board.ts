import type { BoardDocument } from '#core/contracts/board'
import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import { tooManyBoards } from './errors.js'

const MOST = 1000

/**
 * Makes a board that its maker owns, published as it is; answers its id.
 *
 * @throws E_BOARDS_TOO_MANY
 */
export async function createBoard(
  customer: CustomerTools,
  reader: ModuleReader,
  wish: { name: string; description?: string; document: BoardDocument; shared?: boolean }
): Promise<number> {
  const { name, description = '', document, shared = false } = wish
  if ((await customer.rows('boards').count()) >= MOST) throw tooManyBoards(MOST)
  const at = customer.now()
  return customer.transaction(async (rows) => {
    const id = await rows('boards').insert({
      owner_id: reader.userId,
      name,
      description,
      shared,
      standard: false,
      revision: 1,
      published: 1,
      draft: null,
      made_at: at,
      changed_at: at,
      changed_by: reader.userId,
    })
    await rows('revisions').insert({
      board_id: id,
      revision: 1,
      document: JSON.stringify(document),
      note: '',
      made_at: at,
      made_by: reader.userId,
    })
    return id
  })
}
