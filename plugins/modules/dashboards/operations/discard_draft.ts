import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { changeBoard } from '../change_board.js'
import { ownBoard } from '../find_board.js'

/** Gives up what was changed and not published. */
export const discardDraft = defineOperation({
  method: 'post',
  path: 'boards/:id/discard',
  capability: 'manage',
  summary: 'Discard the draft of your dashboard',
  input: vine.create({ revision: vine.number().withoutDecimals() }),
  answer: { type: 'object', required: ['revision'], properties: { revision: { type: 'integer' } } },
  async handle({ input, params, reader, customer }) {
    const board = await ownBoard(customer, reader, params.id)
    const { revision } = input
    return { revision: await changeBoard(customer, reader, board, { revision, draft: null }) }
  },
})
