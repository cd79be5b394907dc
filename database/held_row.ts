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
 * It is written before it is read. On SQLite who has read cannot wait for a writer any more; on MySQL a
 * row that is ignored because it is there is only shared, and two who then hold it wait for each other.
 */
export async function heldRow<Row>(
  client: TransactionClientContract,
  { table, column, value, first }: Wanted
): Promise<Row> {
  await client
    .knexQuery()
    .table(table)
    .insert({ ...first, [column]: value })
    .onConflict(column)
    .merge([column])
  return (await client.from(table).where(column, value).forUpdate().firstOrFail()) as Row
}
