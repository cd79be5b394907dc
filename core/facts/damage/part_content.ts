import type { DamagedPart } from '#core/facts/damage/find_damage'
import { factStore } from '#core/facts/store'

/** Facts of a part that one file made; `file` is 0 where no file did. */
export interface PartContent {
  customerId: number
  pointId: number
  file: number
  facts: number
}

/** Which files made what lies in a part. Undefined where that cannot be read any more. */
export async function partContent({
  table,
  part,
  isAside,
}: DamagedPart): Promise<PartContent[] | undefined> {
  if (isAside) return undefined
  const store = await factStore()
  try {
    const { rows } = await store.read({
      sql: `SELECT customer, point, file, countIf(is_deleted = 0) FROM ${table}
            WHERE _part = {part:String} GROUP BY customer, point, file ORDER BY ALL`,
      params: { part },
      lane: 'long',
    })
    return rows.map(([customerId, pointId, file, facts]) => ({
      customerId: Number(customerId),
      pointId: Number(pointId),
      file: Number(file),
      facts: Number(facts),
    }))
  } catch {
    return undefined
  }
}
