import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { seenBoard } from '../find_board.js'

/** Makes a dashboard the reader’s own first one, or no longer so. */
export const chooseDefault = defineOperation({
  method: 'put',
  path: 'boards/:id/default',
  capability: 'read',
  summary: 'Choose a dashboard as yours',
  input: vine.create({ chosen: vine.boolean({ strict: true }).optional() }),
  fields: { chosen: 'False takes the choice back; true where it is left out.' },
  status: 204,
  async handle({ input, params, reader, customer }) {
    const { id } = await seenBoard(customer, reader, params.id)
    const mine = { user_id: reader.userId }
    await customer.transaction(async (rows) => {
      if (input.chosen === false) {
        await rows('defaults').delete({ ...mine, board_id: id })
        return
      }
      await rows('defaults').delete(mine)
      await rows('defaults').insert({ ...mine, board_id: id })
    })
  },
})
