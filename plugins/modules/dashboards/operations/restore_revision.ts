import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { changeBoard } from '../change_board.js'
import { noRevision } from '../errors.js'
import { ownBoard } from '../find_board.js'

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
    const version = Number(params.version)
    if (!Number.isSafeInteger(version)) throw noRevision()
    const kept = await customer.rows('revisions').first({ board_id: board.id, revision: version })
    if (!kept) throw noRevision()
    return {
      revision: await changeBoard(customer, reader, board, {
        revision: input.revision,
        draft: String(kept.document),
      }),
    }
  },
})
