import db from '@adonisjs/lucid/services/db'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import { nothingOfModule } from '#core/modules/errors'
import { registry } from '#core/plugins/registry'
import { countOf } from '#database/holding'

/** How many rows of a customer a table of a module has. */
export interface CountedRows {
  table: string
  rows: number
}

/**
 * The rows of a customer in each table of a module, whether the module is here or not.
 *
 * @throws E_UNKNOWN_MODULE where the customer has never had it
 */
export async function moduleContents(
  customer: { id: number; slug: string },
  key: string
): Promise<CountedRows[]> {
  const tables = await tablesWith(await prefixOf(customer, key))
  return Promise.all(
    tables.map(async (table) => ({
      table,
      rows: await countOf(db.from(table).where('customer_id', customer.id)),
    }))
  )
}

/** As it was kept when the customer was given the module. */
async function prefixOf({ id, slug }: { id: number; slug: string }, key: string): Promise<string> {
  const given = await CustomerPlugin.query().where('customerId', id).whereNotNull('modulePrefix')
  const prefix = given.find(({ plugin }) => plugin === key)?.modulePrefix
  if (prefix) return prefix
  // One that comes with the edition has no row until it is given or taken.
  const included = registry()
    .modules()
    .find((module) => module.key === key && module.edition)
  if (included) return included.prefix
  throw nothingOfModule(
    key,
    slug,
    given.map(({ plugin }) => plugin)
  )
}

async function tablesWith(prefix: string): Promise<string[]> {
  const tables = await db.connection().getAllTables()
  return tables.filter((table) => table.startsWith(prefix)).sort()
}
