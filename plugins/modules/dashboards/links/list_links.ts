import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { momentDate } from '#core/contracts/module_table'
import { seenBoard } from '../find_board.js'
import { linkOf } from './link.js'

/** Who says so each minute has not gone. */
const WATCHING_MS = 150_000

/** The public links of a dashboard, and whether somebody watches. */
export const listLinks = defineOperation({
  method: 'get',
  path: 'boards/:id/links',
  capability: 'publish',
  summary: 'List the public links of a dashboard',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['links'],
    properties: { links: { type: 'array', items: { type: 'object' } } },
  },
  async handle({ params, reader, customer }) {
    const board = await seenBoard(customer, reader, params.id)
    const rows = await customer
      .rows('links')
      .list({ where: { board_id: board.id }, order: ['-id'], limit: 200 })
    const links = rows.map(linkOf)
    const people = await customer.people(links.flatMap(({ publishedBy }) => publishedBy ?? []))
    const since = new Date(customer.now().getTime() - WATCHING_MS)
    const views = await customer.rows('views').list({
      where: { link_id: links.map(({ id }) => id) },
      limit: 10_000,
    })
    return {
      links: links.map((link) => {
        const own = views.filter((row) => Number(row.link_id) === link.id)
        const { id, name, hint, enabled, networks, hosts, names, paused } = link
        return {
          ...{ id, name, hint, enabled, networks, hosts, names, paused },
          hasPassword: link.passwordHash !== null,
          endsAt: link.endsAt?.toISOString() ?? null,
          madeAt: link.madeAt.toISOString(),
          publishedBy: people.find((one) => one.id === link.publishedBy)?.name ?? null,
          /** Whether the board has been published anew since. */
          isOlder: link.revision !== board.published,
          views: own.length,
          watching: own.filter((row) => momentDate(String(row.seen_at))! >= since).length,
        }
      }),
    }
  },
})
