import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { record } from '#core/audit/actions/record'
import { callServer } from '#core/collection/socket/call_server'
import type { CountedFacts } from '#core/facts/facts_of_source'
import { type CountedRows, moduleContents } from '#core/modules/queries/module_contents'
import { writeTransaction } from '#database/write_transaction'

/** What a module holds of a customer. */
export interface ModuleHoldings {
  tables: CountedRows[]
  facts: CountedFacts[]
}

/** Counts what a module holds of a customer. Throws `E_UNKNOWN_MODULE`. */
export async function countModule(
  customer: { id: number; slug: string },
  key: string
): Promise<ModuleHoldings> {
  const tables = await moduleContents(customer, key)
  const facts = await callServer('countFacts', { customerId: customer.id, source: key })
  return { tables, facts }
}

/**
 * Removes for good what a module holds of a customer: rows, facts, objects of its own, links, jobs and
 * settings. The module need not be here. Answers what was removed; the audit log has it too.
 */
export async function purgeModule(
  customer: { id: number; slug: string },
  key: string
): Promise<ModuleHoldings> {
  const { id: customerId } = customer
  const tables = await moduleContents(customer, key)
  // First, so that nothing new is written meanwhile.
  await writeTransaction((client) => forget(client, customerId, key))
  const facts = await callServer('deleteFacts', { customerId, source: key })
  await writeTransaction(async (client) => {
    await emptied(client, customerId, tables)
    await client.from('customer_plugins').where({ customer_id: customerId, plugin: key }).delete()
    await record(
      {
        customerId,
        actorId: null,
        action: 'module.purged',
        subject: key,
        details: {
          by: 'command',
          ...Object.fromEntries(tables.map(({ table, rows }) => [table, rows])),
          ...Object.fromEntries(facts.map((one) => [`facts ${one.event}`, one.facts])),
        },
      },
      client
    )
  })
  return { tables, facts }
}

/** What core keeps for the module, which is off from then on. */
async function forget(client: TransactionClientContract, customerId: number, key: string) {
  const mine = { customer_id: customerId }
  // An underscore of the key stands for itself.
  const named = `${key.replaceAll('_', '!_')}.%`
  await client
    .from('customer_plugins')
    .where({ ...mine, plugin: key })
    .update({ enabled: false, settings: '{}' })
  await client
    .from('module_links')
    .where({ ...mine, module: key })
    .delete()
  await client
    .from('collection_points')
    .where({ ...mine, source: key })
    .delete()
  await client
    .from('background_jobs')
    .where(mine)
    .whereRaw("name like ? escape '!'", [named])
    .delete()
  await client
    .from('membership_rights')
    .whereIn(
      'membership_id',
      client.from('memberships').where('customer_id', customerId).select('id')
    )
    .whereRaw("?? like ? escape '!'", ['right', named])
    .delete()
}

/** Rows that others refer to go after those: a table that cannot be emptied yet waits for the rest. */
async function emptied(
  client: TransactionClientContract,
  customerId: number,
  tables: readonly CountedRows[]
): Promise<void> {
  let waiting = tables.map(({ table }) => table)
  while (waiting.length > 0) {
    const kept: string[] = []
    let problem: unknown
    for (const table of waiting) {
      try {
        await client.from(table).where('customer_id', customerId).delete()
      } catch (error) {
        kept.push(table)
        problem = error
      }
    }
    if (kept.length === waiting.length) throw problem
    waiting = kept
  }
}
