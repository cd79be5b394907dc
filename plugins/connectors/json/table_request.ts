import type { Feed, FeedTable, Narrowing } from '#core/contracts/feed'

/** A request that this address cannot meet, in a sentence. */
export class TableProblem extends Error {
  constructor(
    readonly field: string,
    message: string
  ) {
    super(message)
  }
}

/** What the address of a table says of it. */
export interface TableRequest {
  table: FeedTable
  narrowing: Narrowing
}

/**
 * Reads `table`, `columns`, `cursor`, `offset` and `limit`. Whatever else is there is refused: a
 * misspelt option would be taken for one that was heeded.
 *
 * @throws TableProblem
 */
export function tableRequest(
  query: URLSearchParams,
  { tables }: Feed,
  most: number,
  allowed: readonly string[] = ['table', 'columns', 'cursor', 'offset', 'limit']
): TableRequest {
  for (const name of query.keys()) {
    if (!allowed.includes(name)) {
      throw new TableProblem(
        name,
        `There is no option "${name}". There are: ${allowed.join(', ')}.`
      )
    }
  }
  const table = tableOf(query.get('table'), tables)
  const columns = query
    .get('columns')
    ?.split(',')
    .map((key) => key.trim())
  return {
    table,
    narrowing: {
      table: table.name,
      columns,
      after: query.get('cursor') ?? undefined,
      skip: whole('offset', query),
      limit: Math.min(whole('limit', query) ?? most, most),
    },
  }
}

function tableOf(asked: string | null, tables: readonly FeedTable[]): FeedTable {
  const found = asked === null ? tables[0] : tables.find(({ name }) => name === asked)
  if (found) return found
  const known = tables.map(({ name }) => name).join(', ')
  throw new TableProblem('table', `There is no table "${asked ?? ''}". There are: ${known}.`)
}

function whole(name: string, query: URLSearchParams): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  if (/^\d{1,12}$/.test(text)) return Number(text)
  throw new TableProblem(name, `"${name}" must be a whole number from 0.`)
}
