import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { seenBoard } from '../find_board.js'
import { linkAt } from './link.js'

/** Ends a link for good. */
export const removeLink = defineOperation({
  method: 'delete',
  path: 'links/:id',
  capability: 'publish',
  summary: 'End a public link',
  status: 204,
  input: vine.create({}),
  async handle({ params, reader, customer }) {
    const { id, subject, boardId } = await linkAt(customer, params.id)
    const board = await seenBoard(customer, reader, String(boardId))
    await customer.endLinks(subject)
    await customer.rows('links').delete({ id })
    customer.refreshStreams()
    await customer.audit({
      action: 'linkRemoved',
      by: reader,
      subject: board.name,
      details: { link: id },
    })
  },
})
