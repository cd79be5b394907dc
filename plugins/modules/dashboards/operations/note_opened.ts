import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { seenBoard } from '../find_board.js'

/** Notes that the reader opened a dashboard, for what is often used. */
export const noteOpened = defineOperation({
  method: 'post',
  path: 'boards/:id/opened',
  capability: 'read',
  summary: 'Note that you opened a dashboard',
  input: vine.create({}),
  status: 204,
  async handle({ params, reader, customer }) {
    const { id } = await seenBoard(customer, reader, params.id)
    const mine = { board_id: id, user_id: reader.userId }
    const at = customer.now()
    await customer.transaction(async (rows) => {
      const known = await rows('opened').first(mine)
      if (known) await rows('opened').update(mine, { at, times: Number(known.times) + 1 })
      else await rows('opened').insert({ ...mine, at, times: 1 })
    })
  },
})
