import { isKept } from '#core/collection/files/kept_file'
import CollectedFile from '#core/collection/models/collected_file'
import { replayOrder } from '#core/collection/replay/replay_order'
import { reachesMonth, spanBetween } from '#core/collection/span'
import type { DamagedPart } from '#core/facts/damage/find_damage'
import type { PartContent } from '#core/facts/damage/part_content'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/** A damaged part, and what files made what lies in it; undefined where that can no longer be read. */
export interface Loss {
  part: DamagedPart
  content: PartContent[] | undefined
}

/** A collection point, with its files to collect again in order, and those among them whose copies are gone. */
export interface PointFiles {
  point: CollectionPoint
  files: CollectedFile[]
  notKept: CollectedFile[]
}

/** The points that lost something, each with the files that may have made it and those that go on where they ended. */
export async function affectedFiles(losses: readonly Loss[]): Promise<PointFiles[]> {
  const sources = new Set(losses.map(({ part }) => part.source))
  const points = await CollectionPoint.query().orderBy('id')
  const found: PointFiles[] = []
  for (const point of points.filter(({ source }) => sources.has(source))) {
    const files = await CollectedFile.query().where('pointId', point.id).orderBy('id')
    const hit = files.filter((file) => losses.some((loss) => mayHaveMade(file, point, loss)))
    if (hit.length > 0) found.push(await keptOf(point, withFollowing(hit, files)))
  }
  return found
}

/** All files of all points. */
export async function allFiles(): Promise<PointFiles[]> {
  const found: PointFiles[] = []
  for (const point of await CollectionPoint.query().orderBy('id')) {
    const files = await CollectedFile.query().where('pointId', point.id).orderBy('id')
    if (files.length > 0) found.push(await keptOf(point, files))
  }
  return found
}

function mayHaveMade(file: CollectedFile, point: CollectionPoint, { part, content }: Loss) {
  if (point.source !== part.source) return false
  const ofPoint = content?.filter(({ pointId }) => pointId === point.id)
  if (ofPoint?.some((made) => made.file === file.id)) return true
  // What was written before facts knew their file may be any file's of the month.
  const isSure = ofPoint && !ofPoint.some((made) => made.file === 0)
  return !isSure && reaches(file, part.month)
}

function reaches({ firstAt, lastAt }: CollectedFile, month: string | null): boolean {
  const span = spanBetween(firstAt, lastAt)
  return !month || !span || reachesMonth(span, month)
}

function withFollowing(hit: readonly CollectedFile[], files: readonly CollectedFile[]) {
  const [first] = hit.filter(({ format }) => format !== 'ndjson')
  const taken = new Set([...hit, ...(first ? replayOrder(first, files) : [])])
  return files.filter((file) => taken.has(file))
}

async function keptOf(point: CollectionPoint, files: readonly CollectedFile[]) {
  const found: PointFiles = { point, files: [], notKept: [] }
  for (const file of files) ((await isKept(file)) ? found.files : found.notKept).push(file)
  return found
}
