import { stat } from 'node:fs/promises'
import { addTotals, noTotals, type CollectionTotals } from '#core/collection/collection_totals'
import { keptCopyGone, unknownFile } from '#core/collection/errors'
import { keptPath } from '#core/collection/files/kept_file'
import CollectedFile from '#core/collection/models/collected_file'
import { noteError } from '#core/collection/note_error'
import { openPoint } from '#core/collection/open_point'
import { inPoint } from '#core/collection/point_lock'
import { replayFile } from '#core/collection/replay/replay_file'
import { replayOrder } from '#core/collection/replay/replay_order'
import { storeReplay } from '#core/collection/replay/store_replay'
import { dropNotMadeAgain } from '#core/facts/drop_not_made_again'
import { ReplayFacts } from '#core/facts/replay_facts'
import { writeFacts } from '#core/facts/write_facts'
import type { OpenPoint } from '#core/collection/run_collector'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/** What collecting again did: `quarantined` are lines still broken, `resolved` listed lines that passed, `files` how many were read, `gone` the facts that they made before and do not make now. */
export interface AgainTotals extends CollectionTotals {
  resolved: number
  files: number
  gone: number
}

/**
 * Collects a file again from its kept copy, with the memory that was in force at its start, after its
 * plugin or schema was mended. What the file leaves open is closed by later ones, so the later files
 * of the point follow in order; NDJSON has no memory and is read alone. What the files made before is
 * replaced: what they do not make now is gone. That, memory and quarantine change at the end; stopped
 * before, it is asked for again.
 *
 * @throws E_UNKNOWN_FILE, E_KEPT_COPY_GONE, E_COLLECTION_FAILED.
 */
export async function collectAgain(request: {
  customerId: number
  fileId: number
}): Promise<AgainTotals> {
  const { customerId, fileId } = request
  const file = await CollectedFile.query().where({ customerId, id: fileId }).first()
  if (!file) throw unknownFile(fileId)
  const point = await CollectionPoint.findOrFail(file.pointId)
  return inPoint(point.id, () =>
    noteError(point, async () => {
      const files = replayOrder(file, await CollectedFile.query().where('pointId', point.id))
      for (const each of files) await demandKept(each)
      return replayAll(point, files)
    })
  )
}

async function demandKept(file: CollectedFile) {
  const kept = await stat(keptPath(file)).catch(() => null)
  if (!kept) throw keptCopyGone(file.name)
}

async function replayAll(point: CollectionPoint, files: readonly CollectedFile[]) {
  await point.refresh()
  const open = await openPoint(point)
  const replays = []
  const totals = noTotals()
  const facts = new ReplayFacts(files.map(({ id }) => id))
  let memory = files[0]?.memoryAtStart ?? null
  for (const file of files) {
    const replay = await replayFile(open, file, memory, facts)
    replays.push(replay)
    addTotals(totals, replay.totals)
    memory = replay.memoryAtEnd
  }
  await writeLower(open, facts)
  const gone = await dropNotMadeAgain(point, facts)
  const resolved = await storeReplay(point, replays)
  return { ...totals, resolved, files: files.length, gone }
}

/** Of what the files say less of now than they did, this is all that holds. */
async function writeLower({ point, source }: OpenPoint, facts: ReplayFacts) {
  const { id: pointId, customerId, zone } = point
  const events = facts.lower()
  if (events.length === 0) return
  const [file = 0] = [...facts.files].reverse()
  const where = { customerId, pointId, zone, source: source.key, file }
  await writeFacts({ ...where, events, force: true })
}
