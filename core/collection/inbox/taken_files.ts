import { stat } from 'node:fs/promises'
import db from '@adonisjs/lucid/services/db'
import { sha256 } from '#core/collection/files/fingerprint'

/** What a file is on disk, as long as nobody writes to it; undefined where there is none. */
export async function stateOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ? `${found.ino}:${found.size}:${found.mtimeMs}` : undefined
}

/** When a file of that state was written last, in milliseconds, and how long it is. */
export function partsOf(state: string): { size: number; writtenAt: number } {
  const [, size, writtenAt] = state.split(':').map(Number)
  return { size, writtenAt }
}

/** The files of a point's inbox that have been collected, by name, and what each was on disk then. */
export async function takenFiles(pointId: number): Promise<Map<string, string>> {
  const rows = (await db
    .from('taken_files')
    .where('point_id', pointId)
    .select('name', 'state')) as { name: string; state: string }[]
  return new Map(rows.map(({ name, state }) => [name, state]))
}

/** Notes that a file of the inbox was collected as it is, so that nothing is asked about it after a restart. */
export const keepTaken = (pointId: number, name: string, state: string) =>
  db
    .knexQuery()
    .table('taken_files')
    .insert({ point_id: pointId, name_hash: sha256(name), name, state })
    .onConflict(['point_id', 'name_hash'])
    .merge(['state'])

const AT_ONCE = 500

/** Forgets files that lie in the inbox no longer. */
export async function forgetTaken(pointId: number, names: readonly string[]): Promise<void> {
  for (let at = 0; at < names.length; at += AT_ONCE) {
    await db
      .from('taken_files')
      .where('point_id', pointId)
      .whereIn('name_hash', names.slice(at, at + AT_ONCE).map(sha256))
      .delete()
  }
}
