import db from '@adonisjs/lucid/services/db'
import QuarantinedRecord from '#core/collection/models/quarantined_record'
import { withoutQuoted } from '#core/collection/quarantine/without_quoted'
import { MOST_LISTED } from '#core/collection/quarantine/quarantine_lines'

/** A broken line as it is listed: where it stood, what it says (at most 4 kB) and why it was not taken. */
export interface QuarantinedLine {
  id: number
  source: string
  point: string
  /** To collect again; null where the platform was asked. */
  fileId: number | null
  file: string
  line: number | null
  /** Empty for who may not open calls, whose numbers and names may stand in it. */
  text: string
  reason: string
  quarantinedAt: string
}

/** A file with more broken lines than are listed. */
export interface OverfullFile {
  fileId: number
  file: string
  quarantined: number
  listed: number
}

export interface QuarantineList {
  records: QuarantinedLine[]
  /** Files whose broken lines are not all listed, with how many there are. */
  unlisted: OverfullFile[]
}

const MOST = 10_000

/**
 * The customer's open broken lines, in the order they were found; of one collection point where `point`
 * names it. Without what they say where `calls` is false.
 */
export async function listQuarantine(
  customerId: number,
  { point, source, calls = true }: { point?: string; source?: string; calls?: boolean } = {}
): Promise<QuarantineList> {
  const points = await pointNames(customerId, point, source)
  const ids = [...points.keys()]
  const records = await QuarantinedRecord.query()
    .where('customerId', customerId)
    .whereIn('pointId', ids)
    .whereNull('resolvedAt')
    .orderBy('id')
    .limit(MOST)
  return {
    records: records.map((record) => ({
      id: record.id,
      source: points.get(record.pointId)?.source ?? '',
      point: points.get(record.pointId)?.name ?? '',
      fileId: record.fileId,
      file: record.fileName,
      line: record.lineNumber,
      text: calls ? record.line : '',
      reason: calls ? record.reason : withoutQuoted(record.reason),
      quarantinedAt: record.createdAt.toISO() ?? '',
    })),
    unlisted: await overfullFiles(customerId, ids),
  }
}

async function pointNames(customerId: number, name?: string, source?: string) {
  const rows = (await db
    .from('collection_points')
    .where('customer_id', customerId)
    .if(name !== undefined, (query) => query.where('name', name ?? ''))
    .if(source !== undefined, (query) => query.where('source', source ?? ''))
    .select('id', 'name', 'source')) as { id: number; name: string; source: string }[]
  return new Map(rows.map((row) => [row.id, row]))
}

async function overfullFiles(customerId: number, pointIds: number[]): Promise<OverfullFile[]> {
  const rows = (await db
    .from('collected_files as files')
    .join('quarantined_records as records', 'records.file_id', 'files.id')
    .where('files.customer_id', customerId)
    .whereIn('files.point_id', pointIds)
    .whereNull('records.resolved_at')
    .groupBy('files.id', 'files.name', 'files.quarantined_count')
    .havingRaw('files.quarantined_count > count(*) and count(*) >= ?', [MOST_LISTED])
    .select('files.id', 'files.name', 'files.quarantined_count')
    .count('* as listed')) as {
    id: number
    name: string
    quarantined_count: number
    listed: number
  }[]
  return rows.map((row) => ({
    fileId: row.id,
    file: row.name,
    quarantined: row.quarantined_count,
    listed: Number(row.listed),
  }))
}
