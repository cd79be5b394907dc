import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { checkDocument, kindsOf } from '../check_document.js'
import { createBoard } from '../create_board.js'
import { documentInput } from '../document_input.js'
import { emptyDocument } from '../empty_document.js'

/** A dashboard of one’s own: empty, or as it was put together. */
export const addBoard = defineOperation({
  method: 'post',
  path: 'boards',
  capability: 'manage',
  summary: 'Make a dashboard',
  input: vine.create({
    name: vine.string().trim().minLength(1).maxLength(120),
    description: vine.string().trim().maxLength(1000).optional(),
    document: documentInput.clone().optional(),
  }),
  fields: { document: 'What lies where; an empty dashboard where it is left out.' },
  answer: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
  status: 201,
  async handle({ input, reader, customer }) {
    const { name, description = '', document = emptyDocument } = input
    const checked = checkDocument(document, await kindsOf(customer))
    const id = await createBoard(customer, reader, { name, description, document: checked })
    await customer.audit({ action: 'made', by: reader, subject: name, details: { board: id } })
    return { id }
  },
})
