import { open, rm } from 'node:fs/promises'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factTableName } from '#core/facts/fact_table'
import { factStore } from '#core/facts/store'
import { hotline } from '#tests/functional/collection/made/hotline'

/** The folders of the parts that hold the hotline's calls of a month, such as `202504`. */
export async function partsOf(month: string): Promise<string[]> {
  const store = await factStore()
  const { rows } = await store.read({
    sql: `SELECT path FROM system.parts
          WHERE active AND concat(database, '.', table) = {table:String} AND partition_id = {month:String}`,
    params: { table: factTableName('hotline', 'call'), month },
  })
  return rows.map(([path]) => String(path))
}

/** Writes over the end of a part's data, as a failing disk does. */
export async function overwrite(part: string) {
  const file = await open(`${part}data.bin`, 'r+')
  try {
    const { size } = await file.stat()
    const from = Math.floor(size * 0.6)
    await file.write(Buffer.alloc(size - from, 0xa5), 0, size - from, from)
  } finally {
    await file.close()
  }
}

export const removeData = (part: string) => rm(`${part}data.bin`)

export const removeWhole = (part: string) => rm(part, { recursive: true })

/** Has the engine leave the hotline's parts as they are: a part that was merged meanwhile would be broken in vain. */
export async function leaveParts() {
  const store = await factStore()
  await ensureFactTable(store, 'hotline', hotline.events[0]!)
  await store.command(`SYSTEM STOP MERGES ${factTableName('hotline', 'call')}`)
}
