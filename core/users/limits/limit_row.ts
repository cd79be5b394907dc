import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'
import { heldRow } from '#database/held_row'

/** What is counted of an account, an address, or the two together. */
export interface LimitRow {
  failures: number
  began_at: string
  locks: number
  /** Of an address: when its next attempt may begin. */
  locked_until: string | null
  /** Checks that are under way. */
  reserved: number
  reserved_at: string | null
}

export const momentOf = (text: string) => DateTime.fromSQL(text, { zone: 'utc' })

/** The row, made where there is none, and held until the transaction ends. */
export const limitRow = (
  client: TransactionClientContract,
  subject: string,
  account: string | null,
  now: DateTime
) =>
  heldRow<LimitRow>(client, {
    table: 'sign_in_limits',
    column: 'subject_hash',
    value: subject,
    first: { account_hash: account, failures: 0, began_at: momentText(now), locks: 0 },
  })
