import db from '@adonisjs/lucid/services/db'

/** Those of the customers that are opened by single sign-on alone, with the keys of the connections that open them. */
export async function enforcingCustomers(
  customerIds: readonly number[]
): Promise<Map<number, string[]>> {
  const rows = (await db
    .from('customer_connections')
    .whereIn('customer_id', [...customerIds])
    .where('enforced', true)
    .orderBy('key')
    .select('customer_id', 'key')) as { customer_id: number; key: string }[]
  const enforcing = new Map<number, string[]>()
  for (const { customer_id: id, key } of rows) {
    enforcing.set(id, [...(enforcing.get(id) ?? []), key])
  }
  return enforcing
}
