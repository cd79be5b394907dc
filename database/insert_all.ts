import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** SQLite takes no more rows in one statement. */
const AT_ONCE = 500

/** Inserts any number of rows into a table. */
export async function insertAll(
  client: TransactionClientContract,
  table: string,
  rows: readonly Record<string, unknown>[]
): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await client
      .insertQuery()
      .table(table)
      .multiInsert(rows.slice(start, start + AT_ONCE))
  }
}
