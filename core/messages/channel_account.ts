import db from '@adonisjs/lucid/services/db'
import type { ChannelPlugin } from '#core/contracts/channel'
import type { Row } from '#core/contracts/scalar'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import { missingSettings, openedSettings } from '#core/customers/opened_settings'
import { channelInUse } from '#core/messages/channel_in_use'
import { registry } from '#core/plugins/registry'

/** A channel with the settings of whose account is used: a customer's own, or the installation's (null). */
export interface ChannelAccount {
  channel: ChannelPlugin
  settings: Row
  customerId: number | null
}

/**
 * The account by which somebody of these customers is reached, or null where there is none. One
 * customer's own goes before the installation's. What is sent to a person of several concerns them
 * all, and goes by the installation's where it has one. Throws `E_UNKNOWN_CHANNEL`.
 */
export async function channelAccount(
  key: string,
  customerIds: readonly number[]
): Promise<ChannelAccount | null> {
  const ways = customerIds.length === 1 ? [...customerIds, null] : [null, ...customerIds]
  for (const way of ways) {
    const account = await accountOf(key, way)
    if (account) return account
  }
  return null
}

/** The account of a customer, or the installation's (null); null where it has none that is complete. */
export async function accountOf(
  key: string,
  customerId: number | null
): Promise<ChannelAccount | null> {
  if (customerId === null) {
    const used = channelInUse(key)
    return used && { ...used, customerId }
  }
  const channel = registry().channel(key)
  if (!channel.perCustomer) return null
  const given = await CustomerPlugin.findBy({ customerId, plugin: key, enabled: true })
  if (!given) return null
  const declared = channel.settings ?? {}
  const settings = openedSettings(declared, given.settings)
  if (missingSettings(declared, settings).length) return null
  return { channel, settings: settings as Row, customerId }
}

/** Ids of the customers that a person is one of, by name. */
export async function customersOf(userId: number | null | undefined): Promise<number[]> {
  if (!userId) return []
  const rows = (await db
    .from('memberships')
    .join('customers', 'customers.id', 'memberships.customer_id')
    .where('memberships.user_id', userId)
    .whereNull('customers.closed_at')
    .orderBy(['customers.name', 'customers.id'])
    .select({ id: 'customers.id' })) as { id: number }[]
  return rows.map(({ id }) => id)
}
