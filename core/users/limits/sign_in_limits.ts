import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { RequestError } from '#core/http/request_error'
import { tooManySignIns } from '#core/users/errors'
import { addressTurn } from '#core/users/limits/address_turn'
import { type LimitRow, limitRow, momentOf } from '#core/users/limits/limit_row'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

interface Limit {
  failures: number
  window: { minutes: number } | { hours: number }
}

/** Failures that close an account, whoever makes them; and those of one address at it, which the owner's success elsewhere doesn't clear. */
const ACCOUNT: Limit = { failures: 5, window: { minutes: 15 } }
const PAIR: Limit = { failures: 10, window: { hours: 24 } }
const FIRST_WAIT_MINUTES = 15
const LONGEST_WAIT_MINUTES = 24 * 60
/** After so long without another lock the waits begin from the first again. */
const FORGIVEN_AFTER = { hours: 24 }
/** A check that has not ended by then was lost with its process. */
const CHECK_LASTS = { seconds: 30 }
const LONGEST_QUEUE_MS = 15_000

/** An account that a failure has just closed. */
export interface Closing {
  until: DateTime
}

/**
 * Checks a secret of an account and counts the attempt as a failure only if it is one. As many checks run
 * at once as the account has failures left; others wait for them, so that many wrong guesses at once
 * are as limited as one after another, and many right ones all pass. An address that has failed far
 * more often than an office does is slowed down. `check` fails by a `RequestError`; `closed` is told
 * when that closes the account. Throws `E_TOO_MANY_SIGN_INS` and what `check` throws.
 */
export async function limitAttempts<T>(
  { email, address }: { email: string; address: string },
  check: () => Promise<T>,
  closed: (closing: Closing) => Promise<void> = async () => {}
): Promise<T> {
  const subjects = subjectsOf(email, address)
  await addressTurn(subjects.address)
  await reserve(subjects)
  try {
    const checked = await check()
    await release(subjects)
    return checked
  } catch (error) {
    if (!(error instanceof RequestError)) {
      await release(subjects)
      throw error
    }
    const closing = await fail(subjects)
    if (closing) await closed(closing)
    throw error
  }
}

/** Forgets the failures of an account, from every address: nothing keeps its owner out any more. */
export async function forgiveAccount(email: string): Promise<void> {
  const account = subjectOf('account', named(email))
  await db
    .from('sign_in_limits')
    .where((query) => query.where('account_hash', account).orWhere('subject_hash', account))
    .update(forgiven)
}

/** After a sign-in: forgets the failures of the account, and of this address at it. */
export async function forgiveSignIn(email: string, address: string): Promise<void> {
  const { account, pair } = subjectsOf(email, address)
  await db.from('sign_in_limits').whereIn('subject_hash', [account, pair]).update(forgiven)
}

/** Checks that are under way stay counted. */
const forgiven = { failures: 0, locks: 0, locked_until: null }

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

interface Subjects {
  account: string
  pair: string
  address: string
}

const subjectsOf = (email: string, address: string): Subjects => ({
  account: subjectOf('account', named(email)),
  pair: subjectOf('pair', `${named(email)} ${address}`),
  address: subjectOf('address', address),
})

const named = (email: string) => email.trim().toLowerCase()

/** Addresses that were tried are nobody's to read: they may be what somebody typed by mistake. */
const subjectOf = (kind: 'account' | 'pair' | 'address', name: string) =>
  createHash('sha256').update(`${kind}:${name}`).digest('hex')

/** Waits until a check may begin. Throws `E_TOO_MANY_SIGN_INS` for what is closed. */
async function reserve(subjects: Subjects): Promise<void> {
  const begun = Date.now()
  for (;;) {
    const reserved = await writeTransaction(async (client) => {
      const now = DateTime.utc()
      const account = await limitRow(client, subjects.account, subjects.account, now)
      const pair = await limitRow(client, subjects.pair, subjects.account, now)
      demandOpen([account, pair], now)
      if (!hasRoom(account, ACCOUNT, now) || !hasRoom(pair, PAIR, now)) return false
      await occupy(client, subjects.account, account, now)
      await occupy(client, subjects.pair, pair, now)
      return true
    })
    if (reserved) return
    if (Date.now() - begun > LONGEST_QUEUE_MS) throw tooManySignIns(1)
    await pause(20 + Math.random() * 60)
  }
}

function demandOpen(rows: readonly LimitRow[], now: DateTime): void {
  const until = rows
    .map((row) => (row.locked_until ? momentOf(row.locked_until) : now))
    .reduce((latest, one) => (one > latest ? one : latest), now)
  if (until > now) throw tooManySignIns(Math.ceil(until.diff(now).as('seconds')))
}

const hasRoom = (row: LimitRow, limit: Limit, now: DateTime) =>
  countedFailures(row, limit, now) + underWay(row, now) < limit.failures

/** A lock that is over, or a window that is, begins the count anew. */
const countedFailures = (row: LimitRow, { window }: Limit, now: DateTime) =>
  row.locked_until !== null || momentOf(row.began_at) < now.minus(window) ? 0 : row.failures

const underWay = ({ reserved, reserved_at: at }: LimitRow, now: DateTime) =>
  at !== null && momentOf(at) > now.minus(CHECK_LASTS) ? reserved : 0

const occupy = (client: TransactionClientContract, subject: string, row: LimitRow, now: DateTime) =>
  client
    .from('sign_in_limits')
    .where('subject_hash', subject)
    .update({ reserved: underWay(row, now) + 1, reserved_at: momentText(now) })

async function release({ account, pair }: Subjects): Promise<void> {
  await writeTransaction((client) =>
    client
      .from('sign_in_limits')
      .whereIn('subject_hash', [account, pair])
      .where('reserved', '>', 0)
      .decrement('reserved', 1)
  )
}

/** Counts a failure everywhere. Answers whether it closes the account. */
const fail = (subjects: Subjects): Promise<Closing | null> =>
  writeTransaction(async (client) => {
    const now = DateTime.utc()
    const account = await count(client, subjects.account, subjects.account, ACCOUNT, now)
    const pair = await count(client, subjects.pair, subjects.account, PAIR, now)
    await count(client, subjects.address, null, null, now)
    const until = account ?? pair
    return until && { until }
  })

async function count(
  client: TransactionClientContract,
  subject: string,
  account: string | null,
  limit: Limit | null,
  now: DateTime
): Promise<DateTime | null> {
  const row = await limitRow(client, subject, account, now)
  if (limit && row.locked_until !== null && momentOf(row.locked_until) > now) return null
  const counted = countedFailures(
    limit ? row : { ...row, locked_until: null },
    limit ?? ACCOUNT,
    now
  )
  const failures = counted + 1
  const over = row.locked_until !== null && momentOf(row.locked_until) < now.minus(FORGIVEN_AFTER)
  const locks = over ? 0 : row.locks
  const until =
    limit && failures >= limit.failures ? now.plus({ minutes: waitMinutes(locks + 1) }) : null
  await client
    .from('sign_in_limits')
    .where('subject_hash', subject)
    .update({
      failures,
      began_at: counted ? row.began_at : momentText(now),
      reserved: Math.max(0, row.reserved - 1),
      ...(limit && { locks: until ? locks + 1 : locks, locked_until: until && momentText(until) }),
    })
  return until
}

/** 15 minutes, 30, an hour, two … a day. */
const waitMinutes = (lock: number) =>
  Math.min(FIRST_WAIT_MINUTES * 2 ** (lock - 1), LONGEST_WAIT_MINUTES)
