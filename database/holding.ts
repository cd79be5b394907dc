/** What queries and joins alike can be narrowed by. */
interface Narrowed {
  whereRaw(sql: string, bindings: string[]): unknown
}

/**
 * Narrows a query to rows in whose columns every word of a text stands, in any case, each word in any
 * of them. Columns are names of our own, such as `users.name`, or expressions in parentheses.
 */
export function holding<Q extends Narrowed>(query: Q, columns: readonly string[], text = ''): Q {
  for (const word of wordsOf(text)) {
    // Escaped by a sign that needs no escaping itself in either database's strings.
    const pattern = `%${word.replaceAll(/[!%_]/g, '!$&')}%`
    const any = columns.map((column) => `lower(${column}) like ? escape '!'`).join(' or ')
    query.whereRaw(
      `(${any})`,
      columns.map(() => pattern)
    )
  }
  return query
}

/** The words of what somebody seeks, in small letters. */
export const wordsOf = (text: string): string[] =>
  text.trim().toLowerCase().split(/\s+/).filter(Boolean)

/** How many rows a query finds. */
export async function countOf(query: { count(column: string): unknown }): Promise<number> {
  const rows = (await query.count('* as total')) as { total: number | string }[]
  return Number(rows[0]?.total ?? 0)
}
