import type { Loss, PointFiles } from '#core/collection/mend/affected_files'
import CollectedFile from '#core/collection/models/collected_file'
import { reachesMonth, spanBetween } from '#core/collection/span'
import type { DamagedPart } from '#core/facts/damage/find_damage'
import type { PartContent } from '#core/facts/damage/part_content'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/** Facts of a collection point that no kept file has. */
export interface LostFacts {
  /** Where they lay; null where all facts were collected again. */
  table: string | null
  month: string | null
  customer: string
  source: string
  point: string
  /** How many at most; null where that cannot be read any more. */
  facts: number | null
  /** Names of files whose copies are gone; none where a platform was asked, or sent events. */
  files: string[]
}

type Slugs = ReadonlyMap<number, string>

/** What cannot be brought back, for each table and month with damaged parts. */
export async function lostFacts(
  losses: readonly Loss[],
  affected: readonly PointFiles[],
  slugs: Slugs
): Promise<LostFacts[]> {
  const points = await CollectionPoint.query().orderBy('id')
  const ledger = await keptFiles(affected)
  const lost = new Map<string, LostFacts>()
  for (const { part, content } of losses) {
    const { table, month } = part
    for (const point of points.filter(({ source }) => source === part.source)) {
      const facts = content
        ? lostOf(content, point, ledger.ids)
        : maybeLost(part, point, affected, ledger)
      if (facts === 0) continue
      const key = `${table} ${month} ${point.id}`
      const before = lost.get(key)?.facts ?? 0
      const sum = facts === null || lost.get(key)?.facts === null ? null : before + facts
      const files = notKeptOf(affected, point)
      lost.set(key, { table, month, ...named(point, slugs), facts: sum, files })
    }
  }
  return [...lost.values()]
}

/** What no kept file has, where all of them were collected again. */
export async function lostWithAll(
  affected: readonly PointFiles[],
  slugs: Slugs
): Promise<LostFacts[]> {
  const points = await CollectionPoint.query().whereNotNull('lastCollectedAt').orderBy('id')
  return points
    .map((point) => ({ point, files: notKeptOf(affected, point) }))
    .filter(
      ({ point, files }) => files.length > 0 || !affected.some((one) => one.point.id === point.id)
    )
    .map(({ point, files }) => ({
      table: null,
      month: null,
      ...named(point, slugs),
      facts: null,
      files,
    }))
}

/** How many facts of the part are the point's, and of no kept file. */
function lostOf(
  content: readonly PartContent[],
  { id }: CollectionPoint,
  kept: ReadonlySet<number>
) {
  const lost = content.filter(({ pointId, file }) => pointId === id && !kept.has(file))
  return lost.reduce((sum, { facts }) => sum + facts, 0)
}

/** Where the part cannot be read: 0 where it had no facts that no kept file has, null where it may have had some. */
function maybeLost(
  { month }: DamagedPart,
  point: CollectionPoint,
  affected: readonly PointFiles[],
  ledger: { points: ReadonlySet<number> }
): 0 | null {
  if (notKeptOf(affected, point).length > 0) return null
  const unkept = spanBetween(point.unkeptFirstAt, point.unkeptLastAt)
  if (unkept) return month && !reachesMonth(unkept, month) ? 0 : null
  // Before that was noted, a point that collects without files was asked.
  return point.lastCollectedAt && !ledger.points.has(point.id) ? null : 0
}

/** Files that are in the ledger, but for those whose copies are known to be gone. */
async function keptFiles(affected: readonly PointFiles[]) {
  const gone = new Set(affected.flatMap(({ notKept }) => notKept.map(({ id }) => id)))
  const rows = await CollectedFile.query().select('id', 'pointId')
  const ids = new Set(rows.map(({ id }) => id).filter((id) => !gone.has(id)))
  return { ids, points: new Set(rows.map(({ pointId }) => pointId)) }
}

const named = (point: CollectionPoint, slugs: Slugs) => ({
  customer: slugs.get(point.customerId) ?? '',
  source: point.source,
  point: point.name,
})

const notKeptOf = (affected: readonly PointFiles[], { id }: CollectionPoint) =>
  affected
    .filter(({ point }) => point.id === id)
    .flatMap(({ notKept }) => notKept.map(({ name }) => name))
