import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { ownBoard } from '../find_board.js'

/** Deletes one’s own dashboard, with its versions. */
export const deleteBoard = defineOperation({
  method: 'delete',
  path: 'boards/:id',
  capability: 'manage',
  summary: 'Delete your dashboard',
  input: vine.create({}),
  status: 204,
  async handle({ params, reader, customer }) {
    const { id, name } = await ownBoard(customer, reader, params.id)
    await customer.rows('boards').delete({ id })
    customer.refreshStreams()
    await customer.audit({ action: 'deleted', by: reader, subject: name, details: { board: id } })
  },
})
