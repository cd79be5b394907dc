import type { EventSchema } from '#core/contracts/event'
import { yieldToEventLoop } from '#core/jobs/yield_to_event_loop'
import { samePlace, type FactLines, type Place } from '#core/facts/fact_lines'
import type { FactStore } from '#core/facts/fact_store'
import { factTableName } from '#core/facts/fact_table'

const LINES_AT_ONCE = 250

/** The row in force of a key: what it says, or that it is gone. */
export interface StoredFact {
  version: number
  gone: boolean
  /** The collected file that made it, 0 where none did. */
  file: number
  sourceVersion: number
  /** The values of `contentColumns` as TabSeparated. */
  content: string
  /** Other places where a row of the key still stands: writing was cut short between the new row and the mark at the old place. */
  left: Place[]
}

/** Keys of one collection point, as TabSeparated. */
export interface KeysOfPoint {
  customerId: number
  pointId: number
  keys: readonly string[]
}

/** What a key is known by among those of several points. */
export const placeOfKey = (
  { customerId, pointId }: Pick<KeysOfPoint, 'customerId' | 'pointId'>,
  key: string
) => `${customerId}\t${pointId}\t${key}`

/**
 * What is stored of these keys, each in its own collection point, by `placeOfKey`. A key may have rows at
 * several places, of which all but one are marked as gone: the one with the highest version counts.
 */
export async function findStored(
  store: FactStore,
  table: { source: string; schema: EventSchema },
  lines: FactLines,
  points: readonly KeysOfPoint[]
): Promise<Map<string, StoredFact>> {
  const text = await store.readLines({
    lane: 'writing',
    customer: points[0].customerId,
    sql: `SELECT customer, point, key, version, is_deleted, file, source_version, ${lines.contentColumns.join(', ')}
          FROM ${factTableName(table.source, table.schema.key)}
          WHERE customer IN {customers:Array(UInt32)} AND point IN {points:Array(UInt32)} AND key IN {keys:Array(String)}`,
    params: {
      customers: [...new Set(points.map(({ customerId }) => customerId))],
      points: points.map(({ pointId }) => pointId),
      keys: points.flatMap(({ keys }) => keys),
    },
  })
  const stored = new Map<string, StoredFact>()
  const several = new Map<string, StoredFact[]>()
  const pause = yieldToEventLoop()
  let done = 0
  for (const line of linesOf(text)) {
    if (++done % LINES_AT_ONCE === 0) await pause()
    const { key, fact } = parse(line)
    const before = stored.get(key)
    if (before) several.set(key, [...(several.get(key) ?? [before]), fact])
    if (!before || fact.version > before.version) stored.set(key, fact)
  }
  for (const [key, rows] of several) stored.get(key)!.left = standing(rows, lines, stored.get(key)!)
  return stored
}

function* linesOf(text: string) {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start)
    yield text.slice(start, end)
    start = end + 1
  }
}

function parse(line: string): { key: string; fact: StoredFact } {
  const start = line.split('\t', 7)
  const [customer, point, key, version, gone, file, sourceVersion] = start
  return {
    key: `${customer}\t${point}\t${key}`,
    fact: {
      version: Number(version),
      gone: gone === '1',
      file: Number(file),
      sourceVersion: Number(sourceVersion),
      content: line.slice(start.join('\t').length + 1),
      left: [],
    },
  }
}

/** Of each place the row with the highest version stands; those that are not gone, but for the one in force. */
function standing(rows: readonly StoredFact[], lines: FactLines, inForce: StoredFact): Place[] {
  const force = lines.place(inForce.content)
  const latest: { place: Place; row: StoredFact }[] = []
  for (const row of [...rows].sort((one, other) => other.version - one.version)) {
    const place = lines.place(row.content)
    if (!latest.some((known) => samePlace(known.place, place))) latest.push({ place, row })
  }
  return latest
    .filter(({ place, row }) => !row.gone && !samePlace(place, force))
    .map(({ place }) => place)
}
