import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { seenBoard } from '../find_board.js'
import { checkLink } from './checked_link.js'
import { linkAt } from './link.js'
import { hashOf, newSecret } from './secret.js'

/** Gives a link another address, and switches it on. The one before is dead within seconds. */
export const rotateLink = defineOperation({
  method: 'post',
  path: 'links/:id/rotate',
  capability: 'publish',
  summary: 'Give a public link another address',
  input: vine.create({}),
  answer: { type: 'object', required: ['address'], properties: { address: { type: 'string' } } },
  async handle({ params, reader, customer }) {
    const link = await linkAt(customer, params.id)
    const board = await seenBoard(customer, reader, String(link.boardId))
    await checkLink(customer, reader, {})
    const secret = newSecret()
    await customer.endLinks(link.subject)
    const address = await customer.link('show/:token', link.subject)
    await customer.transaction(async (rows) => {
      await rows('links').update(
        { id: link.id },
        {
          address,
          secret_hash: hashOf(secret),
          hint: secret.slice(-4),
          enabled: true,
          rotated_at: customer.now(),
        }
      )
      await rows('views').update({ link_id: link.id }, { view_hash: '' })
    })
    customer.refreshStreams()
    const details = { link: link.id }
    await customer.audit({ action: 'linkRotated', by: reader, subject: board.name, details })
    return { address: `${address}#${secret}` }
  },
})
