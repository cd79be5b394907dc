import { DateTime } from 'luxon'
import type { CollectionTotals } from '#core/collection/collection_totals'
import { collectedElsewhere } from '#core/collection/errors'
import type CollectedFile from '#core/collection/models/collected_file'
import { MOST_LISTED, quarantineLines } from '#core/collection/quarantine/quarantine_lines'
import type { Rejected } from '#core/contracts/collector'
import { noteUnkept, unkeptColumns } from '#core/collection/unkept'
import { grownSpan, spanColumns, spanMoments, type Span } from '#core/collection/span'
import type { Json } from '#core/contracts/scalar'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

/** What is stored once a batch is durable. Memory (as JSON) and position stay as they are where absent. */
export interface Checkpoint {
  memory?: string
  position?: number
  totals: Partial<CollectionTotals>
  rejected: readonly Rejected[]
  /** When its events were. */
  span?: Span | undefined
}

/** Where the records come from, and how many broken lines of it are listed already. */
export interface CheckpointTarget {
  point: CollectionPoint
  /** Null where the platform is asked. */
  file: CollectedFile | null
  listed: number
}

/**
 * Stores how far a collection came, in one transaction: the point's memory, the file's position and
 * counts, the broken lines. The models in `target` are brought up to date with it.
 *
 * @throws E_COLLECTED_ELSEWHERE where another process moved the file's position.
 */
export async function checkpoint(target: CheckpointTarget, stored: Checkpoint): Promise<void> {
  const { point, file } = target
  const now = momentText(DateTime.utc())
  const listed = await writeTransaction(async (trx) => {
    if (file) {
      const moved = await trx
        .from('collected_files')
        .where({ id: file.id, position: file.position })
        .update({ ...fileColumns(file, stored), updated_at: now })
      if (Number(moved) === 0) throw collectedElsewhere(file.name)
    }
    await trx
      .from('collection_points')
      .where('id', point.id)
      .update({
        last_collected_at: now,
        last_error: null,
        ...(!file && unkeptColumns(point, stored.span)),
        ...(stored.memory !== undefined && { memory: stored.memory }),
      })
    if (stored.rejected.length === 0) return 0
    return quarantineLines(trx, originOf(target), stored.rejected, MOST_LISTED - target.listed)
  })
  target.listed += listed
  if (file) bringUpToDate(file, stored)
  else noteUnkept(point, stored.span)
  if (stored.memory !== undefined) point.memory = JSON.parse(stored.memory) as Json
}

const fileColumns = (file: CollectedFile, { position, totals, span }: Checkpoint) => ({
  ...spanColumns(grownSpan(file, span)),
  position: position ?? file.position,
  read_count: file.readCount + (totals.read ?? 0),
  new_count: file.newCount + (totals.added ?? 0),
  replaced_count: file.replacedCount + (totals.replaced ?? 0),
  quarantined_count: file.quarantinedCount + (totals.quarantined ?? 0),
})

function bringUpToDate(file: CollectedFile, { position, totals, span }: Checkpoint) {
  Object.assign(file, spanMoments(grownSpan(file, span)))
  file.position = position ?? file.position
  file.readCount += totals.read ?? 0
  file.newCount += totals.added ?? 0
  file.replacedCount += totals.replaced ?? 0
  file.quarantinedCount += totals.quarantined ?? 0
}

const originOf = ({ point, file }: CheckpointTarget) => ({
  customerId: point.customerId,
  pointId: point.id,
  fileId: file?.id ?? null,
  fileName: file?.name ?? point.name,
})
