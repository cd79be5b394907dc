import type { FoundErrand } from '#core/errands/queries/find_errand'
import { everyDate, readTable } from '#core/errands/queries/read_table'
import type { Reader } from '#core/permissions/reader'

/** A comment as the page of an errand shows it. */
export interface ListedComment {
  at: string
  author: string | null
  text: string
  fromCustomer: boolean
  internal: boolean
}

const MOST = 1_000

/** The comments on an errand that the reader sees, oldest first: internal ones are kept from customer users. */
export async function listComments(
  reader: Reader,
  { service, errand }: FoundErrand,
  locale: string
): Promise<ListedComment[]> {
  const { rows } = await readTable(
    { ...reader, objectIds: new Set([service.object.id]) },
    service.source.errands.comments,
    { ...everyDate(), from: errand.at.slice(0, 10) },
    { filters: { errand: errand.errand }, order: 'oldest', limit: MOST, locale }
  )
  return rows.map((row) => ({
    at: String(row.at),
    author: row.author === null ? null : String(row.author),
    text: String(row.text ?? ''),
    fromCustomer: row.fromCustomer === true,
    internal: row.internal === true,
  }))
}
