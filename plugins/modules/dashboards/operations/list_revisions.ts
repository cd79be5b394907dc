import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { momentDate } from '#core/contracts/module_table'
import { ownBoard } from '../find_board.js'

/** The versions of one’s dashboard that were published, newest first. */
export const listRevisions = defineOperation({
  method: 'get',
  path: 'boards/:id/revisions',
  capability: 'manage',
  summary: 'List the versions of your dashboard',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['revisions'],
    properties: { revisions: { type: 'array', items: { type: 'object' } } },
  },
  async handle({ params, reader, customer }) {
    const { id, published } = await ownBoard(customer, reader, params.id)
    const rows = await customer
      .rows('revisions')
      .list({ where: { board_id: id }, order: ['-revision'], limit: 50 })
    const ids = [...new Set(rows.map((row) => Number(row.made_by)).filter(Boolean))]
    const named = await customer.people(ids)
    const people = new Map(named.map((one) => [one.id, one.name]))
    return {
      revisions: rows.map((row) => ({
        revision: Number(row.revision),
        note: row.note,
        madeAt: momentDate(String(row.made_at))!.toISOString(),
        madeBy: people.get(Number(row.made_by)) ?? null,
        published: Number(row.revision) === published,
      })),
    }
  },
})
