import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { changeBoard, publishBoard } from '../change_board.js'
import { noWidget } from '../errors.js'
import { ownBoard, publishedDocument } from '../find_board.js'
import { withoutWidget } from '../with_widget.js'

/** Takes one widget away: for all at once, unless the board’s owner is changing it. */
export const unpinWidget = defineOperation({
  method: 'delete',
  path: 'boards/:id/widgets/:widget',
  capability: 'manage',
  summary: 'Take a widget off your dashboard',
  input: vine.create({}),
  answer: { type: 'object', required: ['revision'], properties: { revision: { type: 'integer' } } },
  async handle({ params, reader, customer }) {
    const board = await ownBoard(customer, reader, params.id)
    const { revision, draft } = board
    const before = draft ?? (await publishedDocument(customer, board))
    if (!Object.hasOwn(before.widgets, params.widget ?? '')) throw noWidget()
    const document = withoutWidget(before, params.widget!)
    return {
      revision: draft
        ? await changeBoard(customer, reader, board, { revision, draft: JSON.stringify(document) })
        : await publishBoard(customer, reader, board, { revision, document, note: '' }),
    }
  },
})
