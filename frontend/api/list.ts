/** What of a long list is asked for. */
export interface ListQuestion {
  filter: string
  offset: number
  limit: number
  /** A minus before it turns the order. */
  order: string | undefined
}

/** A part of a list, how many rows the filter finds, and how many there are without it. */
export interface ListAnswer<Row> {
  rows: Row[]
  found: number
  all: number
}

/** The question as it stands in an address. */
export function listQuery(
  { filter, offset, limit, order }: ListQuestion,
  more: Record<string, string | undefined> = {}
): string {
  const query = new URLSearchParams({ limit: String(limit) })
  if (offset) query.set('offset', String(offset))
  if (filter) query.set('filter', filter)
  if (order) query.set('order', order)
  for (const [name, value] of Object.entries(more)) if (value) query.set(name, value)
  return query.toString()
}
