import { stat } from 'node:fs/promises'
import { addTotals, noTotals, type CollectionTotals } from '#core/collection/collection_totals'
import { keptPath } from '#core/collection/files/kept_file'
import { gatherBatches } from '#core/collection/gather_batches'
import type CollectedFile from '#core/collection/models/collected_file'
import { lineHash, MOST_LISTED } from '#core/collection/quarantine/quarantine_lines'
import { openLines } from '#core/collection/quarantine/resolve_lines'
import { readKept } from '#core/collection/run_collector'
import type { OpenPoint } from '#core/collection/opened_point'
import { demandRunning } from '#core/collection/stop_collecting'
import { joined, type Span } from '#core/collection/span'
import { storeBatch } from '#core/collection/store_batch'
import type { Rejected } from '#core/contracts/collector'
import type { ReplayFacts } from '#core/facts/replay_facts'
import type { Json } from '#core/contracts/scalar'

/** A kept file as it was read again: what it left behind, and which of its lines are broken and which passed. */
export interface Replay {
  file: CollectedFile
  memoryAtStart: Json
  memoryAtEnd: Json
  position: number
  totals: CollectionTotals
  span: Span | undefined
  /** The first broken lines, as many as are listed. */
  rejected: Rejected[]
  /** Ids of listed lines that passed. */
  passed: number[]
}

/** Reads a kept file from its beginning with a memory. Its facts are durable when it resolves; all else is in the answer. */
export async function replayFile(
  open: OpenPoint,
  file: CollectedFile,
  memory: Json,
  facts: ReplayFacts
): Promise<Replay> {
  const { size } = await stat(keptPath(file))
  const listed = await openLines(file.id)
  const replay: Replay = {
    file,
    memoryAtStart: memory,
    memoryAtEnd: memory,
    position: size,
    totals: noTotals(),
    span: undefined,
    rejected: [],
    passed: [],
  }
  // A copy, as the collector may change what it is given.
  const reading = readKept(open, file, { from: 0, size }, structuredClone(memory))
  for await (const batch of gatherBatches(reading.results)) {
    demandRunning()
    const stored = await storeBatch(open, batch, { file: file.id, replay: facts })
    const { totals, rejected } = stored
    replay.span = joined(replay.span, stored.span)
    addTotals(replay.totals, { ...totals, quarantined: rejected.length })
    for (const line of rejected) {
      listed.delete(lineHash(line))
      if (replay.rejected.length < MOST_LISTED) replay.rejected.push(line)
    }
    if (batch.memory !== undefined) replay.memoryAtEnd = JSON.parse(batch.memory) as Json
    if (batch.position !== undefined) replay.position = Math.min(batch.position, size)
  }
  replay.totals.read = reading.lines()
  replay.passed = [...listed.values()]
  return replay
}
