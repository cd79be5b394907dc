import { createHash } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import type { Narrowing } from '#core/contracts/feed'
import { invalidPlace } from '#core/feeds/errors'
import type { Dates } from '#core/saved_reports/periods/resolve_period'

/** Where a page ended, with what must stay the same until the last: the period, and the question. */
export interface SealedPlace {
  connector: number
  period: Dates
  question: string
  after: string
}

/** What of a question a place belongs to. Columns may differ, and how many rows a page has. */
export const questionOf = ({ table, filter, order }: Narrowing): string =>
  createHash('sha256')
    .update(JSON.stringify([table, filter ?? null, order ?? []]))
    .digest('base64url')
    .slice(0, 22)

/** As text that nobody else could have written: its period may not be another than was handed out. */
export const sealPlace = (place: SealedPlace): string =>
  encryption.encrypt(['place', place.connector, place.period, place.question, place.after])

/** @throws E_INVALID_CURSOR where it was not handed out for this question at this address */
export function openPlace(text: string, connector: number, narrowing: Narrowing): SealedPlace {
  const opened = encryption.decrypt<[string, number, Dates, string, string]>(text)
  if (!Array.isArray(opened)) throw invalidPlace()
  const [kind, of, period, question, after] = opened
  if (kind !== 'place' || of !== connector || question !== questionOf(narrowing)) {
    throw invalidPlace()
  }
  return { connector: of, period, question, after }
}
