import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { isMine, publishedDocument, seenBoard } from '../find_board.js'
import { namesOf, presentBoard } from '../present_board.js'

/** A dashboard: as everybody sees it, or as its owner is changing it. */
export const readBoard = defineOperation({
  method: 'get',
  path: 'boards/:id',
  capability: 'read',
  summary: 'Read a dashboard',
  input: vine.create({ draft: vine.boolean().optional() }),
  fields: { draft: 'Its owner’s unpublished changes, where there are any.' },
  answer: {
    type: 'object',
    required: ['board', 'document'],
    properties: { board: { type: 'object' }, document: { type: 'object' } },
  },
  async handle({ input, params, reader, customer }) {
    const board = await seenBoard(customer, reader, params.id)
    const [names, published, chosen] = await Promise.all([
      namesOf(customer, [board]),
      publishedDocument(customer, board),
      customer.rows('defaults').first({ user_id: reader.userId }),
    ])
    const document = input.draft && isMine(board, reader) && board.draft ? board.draft : published
    return {
      board: {
        ...presentBoard(board, reader, names),
        published: board.published,
        isDefault: Number(chosen?.board_id) === board.id,
      },
      document,
    }
  },
})
