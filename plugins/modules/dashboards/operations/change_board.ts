import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { changeBoard } from '../change_board.js'
import { checkDocument, kindsOf } from '../check_document.js'
import { documentInput } from '../document_input.js'
import { ownBoard } from '../find_board.js'

/** Keeps what its owner changed. What lies where is a draft until it is published. */
export const saveBoard = defineOperation({
  method: 'put',
  path: 'boards/:id',
  capability: 'manage',
  summary: 'Change your dashboard',
  input: vine.create({
    revision: vine.number().withoutDecimals(),
    name: vine.string().trim().minLength(1).maxLength(120).optional(),
    description: vine.string().trim().maxLength(1000).optional(),
    document: documentInput.clone().optional(),
  }),
  fields: {
    revision: 'The revision that was changed: 409 where somebody else has changed it since.',
    document: 'The draft; it is seen by others when it is published.',
  },
  answer: { type: 'object', required: ['revision'], properties: { revision: { type: 'integer' } } },
  async handle({ input, params, reader, customer }) {
    const board = await ownBoard(customer, reader, params.id)
    const { revision, name, description, document } = input
    const draft = document && checkDocument(document, await kindsOf(customer))
    return {
      revision: await changeBoard(customer, reader, board, {
        revision,
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description }),
        ...(draft && { draft: JSON.stringify(draft) }),
      }),
    }
  },
})
