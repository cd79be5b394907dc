import { quarantineLines, MOST_LISTED } from '#core/collection/quarantine/quarantine_lines'
import { resolveLines } from '#core/collection/quarantine/resolve_lines'
import { spanColumns } from '#core/collection/span'
import type { Json } from '#core/contracts/scalar'
import type { Replay } from '#core/collection/replay/replay_file'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'
import { writeTransaction } from '#database/write_transaction'

/**
 * Stores what reading files again left behind, in one transaction: memories, positions, quarantine, and
 * the point's own memory where `memory` has it.
 * Answers how many listed lines were resolved.
 */
export async function storeReplay(
  point: CollectionPoint,
  replays: readonly Replay[],
  memory: { value: Json } | undefined
): Promise<number> {
  await writeTransaction(async (trx) => {
    for (const { file, rejected, passed, ...replay } of replays) {
      const { customerId, pointId } = file
      const origin = { customerId, pointId, fileId: file.id, fileName: file.name }
      await resolveLines(trx, passed)
      if (rejected.length > 0) await quarantineLines(trx, origin, rejected, MOST_LISTED)
      // When it was last read on is left as it is: the order of files is told by it.
      await trx
        .from('collected_files')
        .where('id', file.id)
        .update({
          memory_at_start: JSON.stringify(replay.memoryAtStart),
          position: replay.position,
          quarantined_count: replay.totals.quarantined,
          ...spanColumns(replay.span),
        })
    }
    if (!memory) return
    await trx
      .from('collection_points')
      .where('id', point.id)
      .update({ memory: JSON.stringify(memory.value), last_error: null })
  })
  return replays.reduce((sum, { passed }) => sum + passed.length, 0)
}
