import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'

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
export async function limitRow(
  client: TransactionClientContract,
  subject: string,
  account: string | null,
  now: DateTime
): Promise<LimitRow> {
  await client
    .knexQuery()
    .table('sign_in_limits')
    .insert({
      subject_hash: subject,
      account_hash: account,
      failures: 0,
      began_at: momentText(now),
      locks: 0,
    })
    .onConflict('subject_hash')
    .ignore()
  return (await client
    .from('sign_in_limits')
    .where('subject_hash', subject)
    .forUpdate()
    .firstOrFail()) as LimitRow
}
