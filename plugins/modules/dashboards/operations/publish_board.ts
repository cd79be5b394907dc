import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { publishBoard } from '../change_board.js'
import { ownBoard, publishedDocument } from '../find_board.js'

/** Shows everybody the draft. */
export const publishDraft = defineOperation({
  method: 'post',
  path: 'boards/:id/publish',
  capability: 'manage',
  summary: 'Publish the draft of your dashboard',
  input: vine.create({
    revision: vine.number().withoutDecimals(),
    note: vine.string().trim().maxLength(200).optional(),
  }),
  fields: { note: 'What is new, for the list of versions.' },
  answer: { type: 'object', required: ['revision'], properties: { revision: { type: 'integer' } } },
  async handle({ input, params, reader, customer }) {
    const board = await ownBoard(customer, reader, params.id)
    const document = board.draft ?? (await publishedDocument(customer, board))
    const { revision, note = '' } = input
    return { revision: await publishBoard(customer, reader, board, { revision, document, note }) }
  },
})
