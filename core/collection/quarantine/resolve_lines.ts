import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { momentText } from '#database/columns'

/** Ids of a file's open broken lines by their hash. */
export async function openLines(fileId: number): Promise<Map<string, number>> {
  const rows = (await db
    .from('quarantined_records')
    .where('file_id', fileId)
    .whereNull('resolved_at')
    .select('id', 'line_hash')) as { id: number; line_hash: string }[]
  return new Map(rows.map((row) => [row.line_hash, row.id]))
}

const AT_ONCE = 200

/** Closes broken lines that passed when their file was collected again. */
export async function resolveLines(
  trx: TransactionClientContract,
  ids: readonly number[]
): Promise<void> {
  const resolved = { resolved_at: momentText(DateTime.utc()) }
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    await trx
      .from('quarantined_records')
      .whereIn('id', ids.slice(at, at + AT_ONCE))
      .update(resolved)
  }
}
