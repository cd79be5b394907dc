import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { changeBoard, publishBoard } from '../change_board.js'
import { checkDocument, kindsOf } from '../check_document.js'
import { documentInput } from '../document_input.js'
import { wrongDocument } from '../errors.js'
import { ownBoard, publishedDocument } from '../find_board.js'
import { withWidget } from '../with_widget.js'

/** Puts one widget below the others of a dashboard: seen by all at once, unless its owner is changing it. */
export const pinWidget = defineOperation({
  method: 'post',
  path: 'boards/:id/widgets',
  capability: 'manage',
  summary: 'Add a widget to your dashboard',
  input: vine.create({ document: documentInput.clone().optional() }),
  fields: { document: 'A dashboard of which the widgets are added, below what is there.' },
  answer: {
    type: 'object',
    required: ['revision', 'widgets'],
    properties: {
      revision: { type: 'integer' },
      widgets: { type: 'array', items: { type: 'string' }, description: 'What they are called.' },
    },
  },
  async handle({ input, params, reader, customer }) {
    const board = await ownBoard(customer, reader, params.id)
    const kinds = await kindsOf(customer)
    if (!input.document) throw wrongDocument('document', 'say what is to be added.')
    const added = checkDocument(input.document, kinds)
    const { revision, draft } = board
    const before = draft ?? (await publishedDocument(customer, board))
    const { document: wish, ids } = withWidget(before, added)
    const document = checkDocument(wish, kinds)
    return {
      widgets: ids,
      revision: draft
        ? await changeBoard(customer, reader, board, { revision, draft: JSON.stringify(document) })
        : await publishBoard(customer, reader, board, { revision, document, note: '' }),
    }
  },
})
