import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** How the databases say that another writer was in the way: both ask that the transaction be run again. */
const inTheWay = new Set(['ER_LOCK_DEADLOCK', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])
/** As long as one statement waits for another writer, twice over: a command beside a server writes row after row. */
const PATIENCE_MS = 10_000
const PAUSE_MS = 40
const LONGEST_PAUSE_MS = 320

/**
 * Runs a transaction that reads before it writes, again where another writer, perhaps in another
 * process, came between. So the work does nothing but queries on its client.
 */
export async function writeTransaction<T>(
  work: (client: TransactionClientContract) => Promise<T>
): Promise<T> {
  const until = performance.now() + PATIENCE_MS
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(work, isolation())
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      if (!inTheWay.has(code) || performance.now() > until) throw error
      await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, PAUSE_MS * attempt))
    }
  }
}

/**
 * On MySQL a transaction would not see what others committed after its first query, though its own
 * inserts meet those rows. SQLite has one writer at a time and no levels to choose from.
 */
const isolation = () =>
  db.connection().dialect.name === 'mysql'
    ? { isolationLevel: 'read committed' as const }
    : undefined
