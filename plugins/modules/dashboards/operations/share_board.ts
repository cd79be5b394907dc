import vine from '@vinejs/vine'
import { defineOperation, Refused } from '#core/contracts/module'
import { changeBoard } from '../change_board.js'
import { ownBoard } from '../find_board.js'

/** Shows a dashboard to everybody in the company, or to its owner alone. */
export const shareBoard = defineOperation({
  method: 'put',
  path: 'boards/:id/sharing',
  capability: 'manage',
  summary: 'Share your dashboard, or make it private',
  input: vine.create({
    revision: vine.number().withoutDecimals(),
    shared: vine.boolean({ strict: true }).optional(),
    standard: vine.boolean({ strict: true }).optional(),
  }),
  fields: {
    shared: 'Whether everybody in the company sees it.',
    standard: 'Whether it is what people see who have chosen no dashboard; said by administrators.',
  },
  answer: { type: 'object', required: ['revision'], properties: { revision: { type: 'integer' } } },
  async handle({ input, params, reader, customer }) {
    const board = await ownBoard(customer, reader, params.id)
    const { revision, shared = board.shared, standard = board.standard } = input
    if (standard !== board.standard && !reader.can('give')) {
      throw new Refused(
        403,
        'E_BOARD_STANDARD',
        'Only administrators choose the standard dashboard.',
        'standard'
      )
    }
    const next = await changeBoard(customer, reader, board, { revision, shared, standard })
    if (standard && !board.standard) {
      // One is enough: the one before is an ordinary one again.
      const others = await customer.rows('boards').list({ where: { standard: true }, limit: 100 })
      const ids = others.map(({ id }) => Number(id)).filter((id) => id !== board.id)
      if (ids.length) await customer.rows('boards').update({ id: ids }, { standard: false })
    }
    customer.refreshStreams()
    const details = { board: board.id, shared, standard }
    await customer.audit({ action: 'shared', by: reader, subject: board.name, details })
    return { revision: next }
  },
})
