import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { tooManySignIns } from '#core/users/errors'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Failures within the window that close an account, or an address. */
export const FAILURES = 5
const WINDOW = { minutes: 15 }
const FIRST_WAIT_MINUTES = 15
const LONGEST_WAIT_MINUTES = 24 * 60
/** After so long without another lock the waits begin from the first again. */
const FORGIVEN_AFTER = { hours: 24 }

/** An attempt that has been counted as a failure until it is known to be none. */
export interface CountedAttempt {
  /** Whether this was the last that the account had. */
  closesAccount: boolean
  /** Until when the account is then closed. */
  until: DateTime | null
  /** Takes the attempt back: it did not fail. */
  takeBack(): Promise<void>
  /** The person is in: the account's failures are forgotten too. */
  forgive(): Promise<void>
}

/**
 * Counts an attempt against the address and the account before it is known to fail, so that many at
 * once are counted like one after another, in every process. Throws `E_TOO_MANY_SIGN_INS`.
 */
export async function countAttempt(email: string, address: string): Promise<CountedAttempt> {
  const ofAddress = subjectOf('address', address)
  const ofAccount = subjectOf('account', email.trim().toLowerCase())
  const { closing, until } = await writeTransaction(async (client) => {
    const addressClosing = await consume(client, ofAddress)
    return { ...(await consume(client, ofAccount)), addressClosing }
  }).then(({ addressClosing, ...account }) => ({
    closing: { address: addressClosing.closing, account: account.closing },
    until: account.until,
  }))
  const takeBack = () =>
    writeTransaction(async (client) => {
      await release(client, ofAddress, closing.address)
      await release(client, ofAccount, closing.account)
    })
  return {
    closesAccount: closing.account,
    until,
    takeBack,
    async forgive() {
      await takeBack()
      await forgiveAccount(email)
    },
  }
}

/** Forgets the failures and locks of an account, whether there are any or not. */
export async function forgiveAccount(email: string): Promise<void> {
  const subject = subjectOf('account', email.trim().toLowerCase())
  await db.from('sign_in_limits').where('subject_hash', subject).delete()
}

/** Until when each of these accounts is closed; those that are open are left out. */
export async function lockedUntil(emails: readonly string[]): Promise<Map<string, DateTime>> {
  const bySubject = new Map(emails.map((email) => [subjectOf('account', email), email]))
  const rows = (await db
    .from('sign_in_limits')
    .whereIn('subject_hash', [...bySubject.keys()])
    .where('locked_until', '>', momentText(DateTime.utc()))
    .select('subject_hash', 'locked_until')) as { subject_hash: string; locked_until: string }[]
  return new Map(
    rows.map((row) => [bySubject.get(row.subject_hash) ?? '', momentOf(row.locked_until)])
  )
}

interface LimitRow {
  failures: number
  began_at: string
  locks: number
  locked_until: string | null
}

async function consume(client: TransactionClientContract, subject: string) {
  const now = DateTime.utc()
  const row = await rowOf(client, subject, now)
  const locked = row.locked_until ? momentOf(row.locked_until) : null
  if (locked && locked > now) {
    throw tooManySignIns(Math.ceil(locked.diff(now).as('seconds')))
  }
  const forgiven = locked && locked < now.minus(FORGIVEN_AFTER)
  const locks = forgiven ? 0 : row.locks
  const anew = locked !== null || momentOf(row.began_at) < now.minus(WINDOW)
  const failures = (anew ? 0 : row.failures) + 1
  const closing = failures >= FAILURES
  const until = closing ? now.plus({ minutes: waitMinutes(locks + 1) }) : null
  await client
    .from('sign_in_limits')
    .where('subject_hash', subject)
    .update({
      failures,
      began_at: anew ? momentText(now) : row.began_at,
      locks: closing ? locks + 1 : locks,
      locked_until: until && momentText(until),
    })
  return { closing, until }
}

async function release(client: TransactionClientContract, subject: string, closed: boolean) {
  const row = await rowOf(client, subject, DateTime.utc())
  await client
    .from('sign_in_limits')
    .where('subject_hash', subject)
    .update({
      failures: Math.max(0, row.failures - 1),
      ...(closed && { locks: Math.max(0, row.locks - 1), locked_until: null }),
    })
}

/** The row, made where there is none, and held until the transaction ends. */
async function rowOf(client: TransactionClientContract, subject: string, now: DateTime) {
  await client
    .knexQuery()
    .table('sign_in_limits')
    .insert({ subject_hash: subject, failures: 0, began_at: momentText(now), locks: 0 })
    .onConflict('subject_hash')
    .ignore()
  return (await client
    .from('sign_in_limits')
    .where('subject_hash', subject)
    .forUpdate()
    .firstOrFail()) as LimitRow
}

/** 15 minutes, 30, an hour, two … a day. */
const waitMinutes = (lock: number) =>
  Math.min(FIRST_WAIT_MINUTES * 2 ** (lock - 1), LONGEST_WAIT_MINUTES)

/** Addresses that were tried are nobody's to read: they may be what somebody typed by mistake. */
const subjectOf = (kind: 'account' | 'address', name: string) =>
  createHash('sha256').update(`${kind}:${name}`).digest('hex')

const momentOf = (text: string) => DateTime.fromSQL(text, { zone: 'utc' })
