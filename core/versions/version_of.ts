import db from '@adonisjs/lucid/services/db'
import type { Versioned } from '#core/versions/versioned_cache'

/**
 * The customer with its version: another one after every change of its objects, groups, points, plugins,
 * settings or of what its people may see, whichever process made it. Asked for each question anew.
 */
export async function versionOf(customerId: number): Promise<Versioned> {
  const row = (await db
    .from('customer_versions')
    .where('customer_id', customerId)
    .select('version')
    .first()) as { version: string } | null
  return { customerId, version: row?.version }
}

/** The versions of several customers. */
export async function versionsOf(
  customerIds: ReadonlySet<number>
): Promise<ReadonlyMap<number, string>> {
  if (customerIds.size === 0) return new Map()
  const rows = (await db
    .from('customer_versions')
    .whereIn('customer_id', [...customerIds])
    .select('customer_id', 'version')) as { customer_id: number; version: string }[]
  return new Map(rows.map((row) => [row.customer_id, row.version]))
}
