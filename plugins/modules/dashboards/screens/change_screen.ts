import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { seenBoard } from '../find_board.js'
import { screenAt } from './screen.js'

/** Renames a screen, or has it show another dashboard. */
export const changeScreen = defineOperation({
  method: 'patch',
  path: 'screens/:id',
  capability: 'screens',
  summary: 'Rename a screen, or have it show another dashboard',
  status: 204,
  input: vine.create({
    name: vine.string().trim().minLength(1).maxLength(80).optional(),
    place: vine.string().trim().maxLength(120).optional(),
    board: vine.number().withoutDecimals().optional(),
  }),
  fields: { board: 'Id of the dashboard. Its figures are shown with your rights from then on.' },
  async handle({ input, params, reader, customer }) {
    const screen = await screenAt(customer, params.id)
    const { name = screen.name, place = screen.place } = input
    const board =
      input.board === undefined ? undefined : await seenBoard(customer, reader, String(input.board))
    await customer
      .rows('screens')
      .update(
        { id: screen.id },
        { name, place, ...(board && { board_id: board.id, shown_by: reader.userId }) }
      )
    customer.refreshStreams()
    const details: Record<string, string> = board ? { board: board.name } : {}
    await customer.audit({ action: 'screenChanged', by: reader, subject: name, details })
  },
})
