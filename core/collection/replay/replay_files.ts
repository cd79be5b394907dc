import db from '@adonisjs/lucid/services/db'
import { addTotals, noTotals, type CollectionTotals } from '#core/collection/collection_totals'
import type CollectedFile from '#core/collection/models/collected_file'
import { openPoint } from '#core/collection/open_point'
import { replayFile, type Replay } from '#core/collection/replay/replay_file'
import { storeReplay } from '#core/collection/replay/store_replay'
import type { OpenPoint } from '#core/collection/opened_point'
import type { Json } from '#core/contracts/scalar'
import { dropNotMadeAgain } from '#core/facts/drop_not_made_again'
import { ReplayFacts } from '#core/facts/replay_facts'
import { writeFacts } from '#core/facts/write_facts'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'

/** What collecting again did: `quarantined` are lines still broken, `resolved` listed lines that passed, `files` how many were read, `gone` the facts that they made before and do not make now. */
export interface AgainTotals extends CollectionTotals {
  resolved: number
  files: number
  gone: number
}

/**
 * Reads kept files of a point again, in the order that they came. What they made before is replaced; what
 * is open at the end of one is closed by the next. Where one between them is not given, the next goes on
 * with the memory that was in force then. The point must be this collection's own (`inPoint`).
 */
export async function replayFiles(
  point: CollectionPoint,
  files: readonly CollectedFile[]
): Promise<AgainTotals> {
  await point.refresh()
  const open = await openPoint(point)
  const totals = noTotals()
  const facts = new ReplayFacts(files.map(({ id }) => id))
  const before = await filesBefore(point)
  const replays: Replay[] = []
  let last: { id: number; memory: Json } | undefined
  for (const file of files) {
    const isNext = last !== undefined && before.get(file.id) === last.id
    const memory = isNext ? last!.memory : file.memoryAtStart
    const replay = await replayFile(open, file, memory, facts)
    replays.push(replay)
    addTotals(totals, replay.totals)
    if (file.format !== 'ndjson') last = { id: file.id, memory: replay.memoryAtEnd }
  }
  await writeLower(open, facts)
  const gone = await dropNotMadeAgain(point, facts)
  const isNewest = last !== undefined && ![...before.values()].includes(last.id)
  const resolved = await storeReplay(point, replays, isNewest ? { value: last!.memory } : undefined)
  return { ...totals, resolved, files: files.length, gone }
}

/** Of each file that has memory, the one that came before it. */
async function filesBefore({ id: pointId }: CollectionPoint): Promise<Map<number, number>> {
  const rows = (await db
    .from('collected_files')
    .where({ point_id: pointId, format: 'platform' })
    .orderBy('id')
    .select('id')) as { id: number }[]
  return new Map(rows.slice(1).map(({ id }, index) => [id, rows[index]!.id]))
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
