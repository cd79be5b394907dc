import vine from '@vinejs/vine'
import { choicesOf } from '#core/contracts/board'
import type { PublicStream } from '#core/contracts/module'
import { momentDate } from '#core/contracts/module_table'
import { namedQuestions } from '../answers.js'
import { linkOver } from '../errors.js'
import { linkInForce } from './link_in_force.js'
import { isWithin } from './networks.js'
import { hashOf } from './secret.js'

const LASTS_MS = 15 * 60_000

/** Figures of what a link shows. Its token lasts a quarter of an hour, and each minute that it is watched anew. */
export const watchShow: PublicStream = {
  path: 'show/:token/stream',
  input: vine.create({}),
  async handle({ subject, customer, from }) {
    const found = await linkInForce(customer, subject)
    if (!found || !from.bearer) throw linkOver()
    const { link, reader } = found
    if (!isWithin(link.networks, from.address)) throw linkOver()
    const view = await customer
      .rows('views')
      .first({ link_id: link.id, view_hash: hashOf(from.bearer) })
    const now = customer.now()
    const seen = view && momentDate(String(view.seen_at))
    if (!view || !seen || now.getTime() - seen.getTime() > LASTS_MS) throw linkOver()
    await customer.rows('views').update({ id: Number(view.id) }, { seen_at: now })
    const { document } = link.frozen
    return {
      as: reader.userId,
      revision: `${link.id}.${link.revision}.${link.names}`,
      questions: namedQuestions(document, choicesOf(document), await customer.widgets()),
    }
  },
}
