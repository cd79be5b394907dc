import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { ModulePlugin } from '#core/contracts/module'
import { addressesOf } from '#core/customers/queries/addresses_of'
import { hashSecret } from '#core/users/secret'
import { momentText } from '#database/columns'

/**
 * The address of a module's public operation with a new token of 128 bits, of which the hash is kept.
 * Throws where the module declares no public operation of this path.
 */
export async function giveLink(wish: {
  module: ModulePlugin
  customerId: number
  path: string
  subject: string
  until?: Date | undefined
}): Promise<string> {
  const { module, customerId, path, subject, until } = wish
  const open = [
    ...(module.public ?? []),
    ...(module.publicStreams ?? []),
    ...(module.documents ?? []),
  ]
  if (!open.some((one) => one.path === path)) {
    throw new Error(`The module "${module.key}" has no public address "${path}".`)
  }
  const token = randomBytes(16).toString('base64url')
  await db.table('module_links').insert({
    customer_id: customerId,
    module: module.key,
    token_hash: hashSecret(token),
    subject,
    until: until ? momentText(DateTime.fromJSDate(until)) : null,
    created_at: momentText(DateTime.utc()),
  })
  const addresses = await addressesOf(customerId)
  return addresses(`/m/${module.key}/${path.replace(':token', token)}`)
}

/** Ends every link of a module's that was given out for a subject. */
export async function endLinks(of: {
  module: string
  customerId: number
  subject: string
}): Promise<void> {
  const { module, customerId, subject } = of
  await db.from('module_links').where({ customer_id: customerId, module, subject }).delete()
}
