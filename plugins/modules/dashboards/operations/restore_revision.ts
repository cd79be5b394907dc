import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { changeBoard } from '../change_board.js'
import { ownBoard, versionOf } from '../find_board.js'

/** Takes an earlier version up as the draft; nothing that others see changes yet. */
export const restoreRevision = defineOperation({
  method: 'post',
  path: 'boards/:id/revisions/:version/restore',
  capability: 'manage',
  summary: 'Take an earlier version of your dashboard up again',
  input: vine.create({ revision: vine.number().withoutDecimals() }),
  answer: { type: 'object', required: ['revision'], properties: { revision: { type: 'integer' } } },
  async handle({ input, params, reader, customer }) {
    const board = await ownBoard(customer, reader, params.id)
    const document = await versionOf(customer, board, params.version)
    return {
      revision: await changeBoard(customer, reader, board, {
        revision: input.revision,
        draft: JSON.stringify(document),
      }),
    }
  },
})
