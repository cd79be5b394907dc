import { addTotals, noTotals, type CollectionTotals } from '#core/collection/collection_totals'
import {
  affectedFiles,
  allFiles,
  type Loss,
  type PointFiles,
} from '#core/collection/mend/affected_files'
import { lostFacts, lostWithAll, type LostFacts } from '#core/collection/mend/lost_facts'
import { noteError } from '#core/collection/note_error'
import { inPoint } from '#core/collection/point_lock'
import { replayFiles } from '#core/collection/replay/replay_files'
import Customer from '#core/customers/models/customer'
import { findDamage, partsAside, type DamagedPart } from '#core/facts/damage/find_damage'
import { partContent } from '#core/facts/damage/part_content'
import { keepAside, setAside } from '#core/facts/damage/set_aside'
import { deleteExpiredFacts } from '#core/facts/delete_expired_facts'

/** What became of the files of one collection point. */
export interface MendedPoint {
  customer: string
  source: string
  point: string
  files: number
  totals: CollectionTotals
  /** Facts that these files made before and do not make now. */
  gone: number
  /** Why they could not all be collected again. */
  problem: string | null
}

export interface Mended {
  /** `kept` is where a part lies now; null where nothing of it was left. */
  parts: (DamagedPart & { kept: string | null })[]
  points: MendedPoint[]
  lost: LostFacts[]
}

/**
 * Takes damaged parts of facts out of their tables and collects again, from the kept files, what lay in
 * them; with `all`, every kept file, as where the whole folder of facts was lost. Stopped anywhere, it is
 * asked for again.
 *
 * @throws E_FACTS_… where the facts could not be looked through
 */
export async function mendFacts({ all = false }: { all?: boolean }): Promise<Mended> {
  const { damaged } = await findDamage()
  const losses: Loss[] = []
  for (const part of damaged) {
    losses.push({ part, content: await partContent(part) })
    if (!part.isAside) await setAside(part)
  }
  const affected = all ? await allFiles() : await affectedFiles(losses)
  const customers = await Customer.all()
  const slugs = new Map(customers.map(({ id, slug }) => [id, slug]))
  const points: MendedPoint[] = []
  for (const files of affected) {
    points.push(await mendPoint(files, slugs.get(files.point.customerId) ?? ''))
  }
  // Kept files may say more than their customer keeps.
  if (points.length > 0) await deleteExpiredFacts()
  const isDone = points.every(({ problem }) => problem === null)
  const aside = isDone ? await asideNow(losses) : damaged
  const parts = []
  for (const part of aside)
    parts.push({ ...part, kept: isDone ? await keepAside(part) : part.path })
  const lost = await (all ? lostWithAll(affected, slugs) : lostFacts(losses, affected, slugs))
  return { parts, points, lost }
}

async function mendPoint({ point, files }: PointFiles, customer: string): Promise<MendedPoint> {
  const { source, name } = point
  const mended = { customer, source, point: name, files: files.length, totals: noTotals(), gone: 0 }
  try {
    const { gone, ...totals } = await inPoint(point.id, () =>
      noteError(point, () => replayFiles(point, files))
    )
    const { read, added, replaced, unchanged, quarantined } = totals
    addTotals(mended.totals, { read, added, replaced, unchanged, quarantined })
    return { ...mended, gone, problem: null }
  } catch (error) {
    return { ...mended, problem: error instanceof Error ? error.message : String(error) }
  }
}

/** The damaged parts, with where they lie since they were taken out of their tables. */
async function asideNow(losses: readonly Loss[]): Promise<DamagedPart[]> {
  const damaged = await partsAside()
  return losses.map(({ part }) => {
    if (part.isAside) return part
    const same = damaged.find((one) => one.table === part.table && one.part === part.part)
    return { ...part, path: same?.path ?? null }
  })
}
