import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { sha256 } from '#core/collection/files/fingerprint'
import type { Rejected } from '#core/contracts/collector'
import { momentText } from '#database/columns'

/** How many broken lines of one file are listed. The rest is counted with the file. */
export const MOST_LISTED = 1000
const MOST_TEXT = 4096
const AT_ONCE = 50

/** Where broken lines came from. `fileId` is null where the platform was asked. */
export interface LineOrigin {
  customerId: number
  pointId: number
  fileId: number | null
  fileName: string
}

/** What a line is known by within its collection point, so that collecting it twice lists it once. */
export const lineHash = ({ line }: Pick<Rejected, 'line'>) => sha256(line)

/**
 * Lists broken lines with their reasons, the first `room` of them. Answers how many lines were listed
 * anew; a line that is listed already gets its latest reason, and stands open again.
 */
export async function quarantineLines(
  trx: TransactionClientContract,
  origin: LineOrigin,
  rejected: readonly Rejected[],
  room: number
): Promise<number> {
  const lines = new Map(rejected.slice(0, room).map((line) => [lineHash(line), line]))
  let listed = 0
  for (let part = [...lines]; part.length > 0; part = part.slice(AT_ONCE)) {
    listed += await listSome(trx, origin, new Map(part.slice(0, AT_ONCE)))
  }
  return listed
}

async function listSome(
  trx: TransactionClientContract,
  origin: LineOrigin,
  lines: ReadonlyMap<string, Rejected>
) {
  const known = (await trx
    .from('quarantined_records')
    .where('point_id', origin.pointId)
    .whereIn('line_hash', [...lines.keys()])
    .select('id', 'line_hash')) as { id: number; line_hash: string }[]
  for (const { id, line_hash: hash } of known) {
    await trx
      .from('quarantined_records')
      .where({ id })
      .update({ reason: lines.get(hash)?.reason ?? '', resolved_at: null })
  }
  const hashes = new Set(known.map((row) => row.line_hash))
  const rows = [...lines].filter(([hash]) => !hashes.has(hash)).map((line) => row(origin, ...line))
  if (rows.length > 0) await trx.insertQuery().table('quarantined_records').multiInsert(rows)
  return rows.length
}

const row = (origin: LineOrigin, hash: string, { line, number, reason }: Rejected) => ({
  customer_id: origin.customerId,
  point_id: origin.pointId,
  file_id: origin.fileId,
  file_name: origin.fileName,
  line_number: number ?? null,
  line_hash: hash,
  line: JSON.stringify(line.slice(0, MOST_TEXT)),
  reason: reason.slice(0, MOST_TEXT),
  created_at: momentText(DateTime.utc()),
})
