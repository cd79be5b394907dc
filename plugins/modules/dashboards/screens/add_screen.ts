import { randomUUID } from 'node:crypto'
import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { noSuchCode, tooManyScreens, wrongNumber } from '../errors.js'
import { seenBoard } from '../find_board.js'

const MOST = 1000

/** Pairs a screen that shows a code, and has it show a dashboard. */
export const addScreen = defineOperation({
  method: 'post',
  path: 'screens',
  capability: 'screens',
  summary: 'Pair a screen and choose what it shows',
  status: 201,
  input: vine.create({
    code: vine.string().maxLength(20),
    number: vine.number().withoutDecimals(),
    name: vine.string().trim().minLength(1).maxLength(80),
    place: vine.string().trim().maxLength(120).optional(),
    board: vine.number().withoutDecimals(),
  }),
  fields: {
    number: 'The number of two digits that stands on the screen.',
    board: 'Id of the dashboard. Its figures are shown with your rights.',
  },
  answer: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
  async handle({ input, reader, customer, locale }) {
    const board = await seenBoard(customer, reader, String(input.board))
    const device = await customer.devices.look(input.code, reader)
    if (!device) throw noSuchCode()
    if ((await customer.rows('screens').count()) >= MOST) throw tooManyScreens(MOST)
    const subject = randomUUID()
    const { code, number, name, place = '' } = input
    const id = await customer.rows('screens').insert({
      ...{ subject, name, place },
      board_id: board.id,
      shown_by: reader.userId,
      language: locale,
      engine: device.engine,
      resolution: device.resolution,
      added_at: customer.now(),
    })
    if (!(await customer.devices.approve({ code, number, subject }))) {
      await customer.rows('screens').delete({ id })
      throw wrongNumber()
    }
    await customer.audit({
      action: 'screenAdded',
      by: reader,
      subject: name,
      details: { board: board.name, engine: device.engine },
    })
    return { id }
  },
})
