import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { createBoard } from '../create_board.js'
import { isMine, publishedDocument, seenBoard } from '../find_board.js'

/** A private copy of any dashboard that one may open. */
export const copyBoard = defineOperation({
  method: 'post',
  path: 'boards/:id/copy',
  capability: 'manage',
  summary: 'Copy a dashboard',
  input: vine.create({ name: vine.string().trim().minLength(1).maxLength(120) }),
  answer: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
  status: 201,
  async handle({ input, params, reader, customer }) {
    const board = await seenBoard(customer, reader, params.id)
    const published = await publishedDocument(customer, board)
    const id = await createBoard(customer, reader, {
      name: input.name,
      description: board.description,
      document: (isMine(board, reader) ? board.draft : null) ?? published,
    })
    const details = { board: id, copyOf: board.id }
    await customer.audit({ action: 'made', by: reader, subject: input.name, details })
    return { id }
  },
})
