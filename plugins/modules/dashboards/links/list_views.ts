import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { momentDate } from '#core/contracts/module_table'
import { seenBoard } from '../find_board.js'
import { linkAt } from './link.js'

/** When a link was opened, from where and how long it was watched, newest first. */
export const listViews = defineOperation({
  method: 'get',
  path: 'links/:id/views',
  capability: 'publish',
  summary: 'List when a public link was opened',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['views'],
    properties: { views: { type: 'array', items: { type: 'object' } } },
  },
  async handle({ params, reader, customer }) {
    const link = await linkAt(customer, params.id)
    await seenBoard(customer, reader, String(link.boardId))
    const rows = await customer
      .rows('views')
      .list({ where: { link_id: link.id }, order: ['-id'], limit: 200 })
    return {
      views: rows.map((row) => {
        const [began, seen] = [row.began_at, row.seen_at].map((at) => momentDate(String(at))!)
        return {
          at: began!.toISOString(),
          seconds: Math.round((seen!.getTime() - began!.getTime()) / 1000),
          address: row.address,
          engine: row.engine,
        }
      }),
    }
  },
})
