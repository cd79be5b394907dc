import { momentDate } from '#core/contracts/module_table'
import type { CustomerTools } from '#core/contracts/module_tools'
import { tellSpan } from './tell_session.js'

export type OverlapKind = 'onWithoutApp' | 'appWithoutOn'

/** Ends the time that a person is in, where there is one. */
export async function endOverlap(
  customer: CustomerTools,
  userId: number,
  kind: OverlapKind,
  ended: Date
): Promise<void> {
  const row = await customer.rows('overlaps').first({ user_id: userId, kind, ended_at: null })
  if (!row) return
  await customer.rows('overlaps').update({ id: Number(row.id) }, { ended_at: ended })
  const began = momentDate(String(row.began_at))!
  await tellSpan(customer, { userId, kind, began, ended })
}

/** Begins such a time, unless the person is in one. */
export async function beginOverlap(
  customer: CustomerTools,
  userId: number,
  kind: OverlapKind,
  began: Date
): Promise<void> {
  const known = await customer.rows('overlaps').first({ user_id: userId, kind, ended_at: null })
  if (known) return
  await customer
    .rows('overlaps')
    .insert({ user_id: userId, kind, began_at: began, ended_at: null, reminded_at: null })
  await tellSpan(customer, { userId, kind, began, ended: null })
}
