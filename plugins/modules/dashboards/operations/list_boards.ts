import vine from '@vinejs/vine'
import type { BoardDocument } from '#core/contracts/board'
import { defineOperation } from '#core/contracts/module'
import { boardOf } from '../board.js'
import { isSeen } from '../find_board.js'
import { miniatureOf, namesOf, presentBoard } from '../present_board.js'

const MOST = 1000

/** The dashboards that the reader may open, with a miniature of each. */
export const listBoards = defineOperation({
  method: 'get',
  path: 'boards',
  capability: 'read',
  summary: 'List the dashboards that you may open',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['boards'],
    properties: { boards: { type: 'array', items: { type: 'object' } } },
  },
  async handle({ reader, customer }) {
    const rows = await customer.rows('boards').list({ order: ['name'], limit: MOST })
    const boards = rows.map(boardOf).filter((board) => isSeen(board, reader))
    const [names, documents, chosen, opened] = await Promise.all([
      namesOf(customer, boards),
      customer.rows('revisions').list({
        where: {
          board_id: boards.map(({ id }) => id),
          revision: [...new Set(boards.map(({ published }) => published))],
        },
        limit: 10_000,
      }),
      customer.rows('defaults').first({ user_id: reader.userId }),
      customer.rows('opened').list({ where: { user_id: reader.userId }, limit: MOST }),
    ])
    const shown = new Map(documents.map((row) => [`${row.board_id} ${row.revision}`, row.document]))
    const times = new Map(opened.map((row) => [Number(row.board_id), Number(row.times)]))
    const standard = boards.find((board) => board.standard)
    const first = Number(chosen?.board_id ?? standard?.id ?? 0)
    return {
      boards: boards.map((board) => {
        const document = shown.get(`${board.id} ${board.published}`)
        return {
          ...presentBoard(board, reader, names),
          isDefault: board.id === first,
          opened: times.get(board.id) ?? 0,
          miniature: document ? miniatureOf(JSON.parse(String(document)) as BoardDocument) : null,
        }
      }),
    }
  },
})
