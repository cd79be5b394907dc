import { verify } from 'argon2'
import vine from '@vinejs/vine'
import type { PublicOperation } from '#core/contracts/module'
import { linkOver, linkPassword, linkTries } from '../errors.js'
import { linkInForce } from './link_in_force.js'
import { cutAddress, isWithin } from './networks.js'
import { hashOf, isSecret, newSecret } from './secret.js'

const MINUTES = 15
const MOST_OF_ADDRESS = 5
const MOST_OF_LINK = 50

/**
 * Opens a public link: gives out what is shown, and a token by which its figures are asked for. A link
 * that is unknown, has ended, was switched off or is not for this network is one same answer.
 */
export const openShow: PublicOperation = {
  method: 'post',
  path: 'show/:token/open',
  input: vine.create({
    secret: vine.string().maxLength(100),
    password: vine.string().maxLength(200).optional(),
  }),
  async handle({ input, subject, customer, from }) {
    const { secret, password } = input as { secret: string; password?: string }
    const found = await linkInForce(customer, subject)
    if (!found || !isSecret(secret, found.link.secretHash)) throw linkOver()
    const { link } = found
    if (!isWithin(link.networks, from.address)) throw linkOver()
    if (link.passwordHash !== null) {
      if (password === undefined) throw linkPassword()
      const tries = [
        [`link ${link.id} ${from.address}`, { most: MOST_OF_ADDRESS, minutes: MINUTES }],
        [`link ${link.id} all`, { most: MOST_OF_LINK, minutes: MINUTES }],
      ] as const
      // Counted before it is looked at, so that many at the same time are no more than one after the other.
      for (const [what, limit] of tries) {
        if (!(await customer.takeTurn(what, limit))) throw linkTries()
      }
      if (!(await verify(link.passwordHash, password))) throw linkPassword()
      // A whole office opens it from one address: only wrong ones count.
      for (const [what, limit] of tries) await customer.giveBackTurn(what, limit)
    }
    const view = newSecret()
    const now = customer.now()
    await customer.rows('views').insert({
      link_id: link.id,
      view_hash: hashOf(view),
      address: cutAddress(from.address),
      engine: from.engine,
      began_at: now,
      seen_at: now,
    })
    return { view, board: link.frozen.shown }
  },
}
