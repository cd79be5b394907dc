import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import { boardOf } from '../board.js'
import { isSeen } from '../find_board.js'
import { linkPaused } from '../letters.js'
import { linkOf, type Link } from './link.js'

/** Customers may have no public links at all. */
export async function hasPublicLinks(customer: CustomerTools): Promise<boolean> {
  const { publicLinks } = await customer.settings()
  return publicLinks !== false
}

/**
 * A link that shows something now, and whose rights its figures have; undefined of one that is switched
 * off, has ended, or whose publisher may no longer show the board. Then it pauses, and they are told.
 */
export async function linkInForce(
  customer: CustomerTools,
  subject: string
): Promise<{ link: Link; reader: ModuleReader } | undefined> {
  const row = await customer.rows('links').first({ subject })
  const link = row && linkOf(row)
  if (!link?.enabled || (link.endsAt && link.endsAt <= customer.now())) return undefined
  if (!(await hasPublicLinks(customer))) return undefined
  const [kept, reader] = await Promise.all([
    customer.rows('boards').first({ id: link.boardId }),
    link.publishedBy === null ? null : customer.readerOf(link.publishedBy),
  ])
  const board = kept && boardOf(kept)
  if (board && reader?.can('publish') && isSeen(board, reader)) {
    if (link.paused !== null) await customer.rows('links').update({ id: link.id }, { paused: null })
    return { link, reader }
  }
  if (link.paused === null) await pause(customer, link, board?.name ?? link.name)
  return undefined
}

/** Once: of two who find it out at the same time one tells. */
async function pause(customer: CustomerTools, link: Link, name: string) {
  const paused = await customer
    .rows('links')
    .update({ id: link.id, paused: null }, { paused: 'rights' })
  if (!paused || link.publishedBy === null) return
  await customer.audit({
    action: 'linkPaused',
    by: null,
    subject: name,
    details: { hint: link.hint },
  })
  const { language } = await customer.about()
  // Who has left is told nothing.
  await customer
    .tell(link.publishedBy, linkPaused(language, { name }))
    .catch((error: unknown) => customer.log(`Nobody was told of link ${link.id}: ${error}`))
}
