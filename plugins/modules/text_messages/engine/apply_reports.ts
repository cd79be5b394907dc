import { randomUUID } from 'node:crypto'
import type { DeliveryReport } from '#core/contracts/channel_callback'
import type { CustomerTools } from '#core/contracts/module_tools'
import { movedFrom } from '../states.js'

const AT_ONCE = 1000

/** Moves messages on by what their gateway told. Reports of messages that are not the customer's change nothing. */
export async function applyReports(
  customer: CustomerTools,
  reports: readonly DeliveryReport[]
): Promise<number> {
  let changed = 0
  const rows = customer.rows('messages')
  for (let from = 0; from < reports.length; from += AT_ONCE) {
    for (const { reference, message, state, code, at } of reports.slice(from, from + AT_ONCE)) {
      const before = movedFrom(state)
      if (!before.length) continue
      const change = {
        state,
        code: code?.slice(0, 64) ?? null,
        untold: randomUUID(),
        ...(state !== 'sent' && { settled_at: at ?? customer.now() }),
      }
      const known = await rows.update({ reference, state: before }, change)
      changed += known
      if (known || !message) continue
      // No answer came when it was handed over: its reference is learnt here.
      changed += await rows.update(
        { own_id: message, reference: null, state: before },
        { ...change, reference }
      )
    }
  }
  return changed
}
