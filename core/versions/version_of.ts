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
