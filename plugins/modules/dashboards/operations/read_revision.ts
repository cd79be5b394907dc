import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { ownBoard, versionOf } from '../find_board.js'

/** One of the versions of one’s dashboard, as it was published. */
export const readRevision = defineOperation({
  method: 'get',
  path: 'boards/:id/revisions/:version',
  capability: 'manage',
  summary: 'Read an earlier version of your dashboard',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['document'],
    properties: { document: { type: 'object' } },
  },
  async handle({ params, reader, customer }) {
    const board = await ownBoard(customer, reader, params.id)
    return { document: await versionOf(customer, board, params.version) }
  },
})
