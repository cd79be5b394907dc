import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { changeBoard } from '../change_board.js'
import { isMine, seenBoard } from '../find_board.js'
import { takenOver } from '../letters.js'

/** Makes somebody else’s dashboard the administrator’s own; who had it is told. */
export const takeOverBoard = defineOperation({
  method: 'post',
  path: 'boards/:id/take-over',
  capability: 'give',
  summary: 'Take over a dashboard of somebody else’s',
  input: vine.create({}),
  answer: { type: 'object', required: ['revision'], properties: { revision: { type: 'integer' } } },
  async handle({ params, reader, customer }) {
    const board = await seenBoard(customer, reader, params.id)
    if (isMine(board, reader)) return { revision: board.revision }
    const { ownerId, revision, name } = board
    const next = await changeBoard(customer, reader, board, { revision, owner_id: reader.userId })
    customer.refreshStreams()
    const people = await customer.people([reader.userId, ...(ownerId === null ? [] : [ownerId])])
    const nameOf = (id: number | null) => people.find((one) => one.id === id)?.name
    await customer.audit({
      action: 'takenOver',
      by: reader,
      subject: name,
      details: { board: board.id, from: nameOf(ownerId) ?? null },
    })
    // Somebody who has left is not told; a letter that cannot be sent undoes nothing.
    if (ownerId !== null && nameOf(ownerId)) {
      const { language } = await customer.about()
      const by = nameOf(reader.userId) ?? ''
      await customer
        .tell(ownerId, takenOver(language, { name, by, shared: board.shared }))
        .catch((error: unknown) => customer.log(`Nobody was told of board ${board.id}: ${error}`))
    }
    return { revision: next }
  },
})
