import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** A row of a table by the one column that names it, and what it begins with where it is not there. */
interface Wanted {
  table: string
  column: string
  value: string | number
  first: Record<string, unknown>
}

/**
 * The row, made where there is none, and held until the transaction ends: the next writer waits for it.
 *
 * It is asked for before it is made. To ignore a row that is there would only share it on MySQL, and two
 * who both wanted to hold it afterwards would wait for each other.
 */
export async function heldRow<Row>(
  client: TransactionClientContract,
  { table, column, value, first }: Wanted
): Promise<Row> {
  const held = async () =>
    (await client.from(table).where(column, value).forUpdate().first()) as Row | null
  const known = await held()
  if (known) return known
  await client
    .knexQuery()
    .table(table)
    .insert({ ...first, [column]: value })
    .onConflict(column)
    .merge([column])
  const made = await held()
  if (!made) throw new Error(`A row of ${table} is gone within the transaction that made it.`)
  return made
}
