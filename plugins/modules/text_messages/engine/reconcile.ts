import type { CustomerTools } from '#core/contracts/module_tools'
import { applyReports } from './apply_reports.js'
import { countSending } from './sending.js'
import { CHANNEL } from './tick.js'

/** Gateways tell within a day whether a message arrived. They are asked of what they have not told of within ten minutes. */
const FROM_MS = 10 * 60_000
const UNTIL_MS = 24 * 3_600_000
const AT_ONCE = 200

/** Asks about messages that nothing has been told of, and counts sendings anew whose messages have moved. */
export async function reconcile(customer: CustomerTools): Promise<void> {
  const now = customer.now().getTime()
  const waiting = await customer.rows('messages').list({
    where: {
      state: ['handed', 'sent'],
      handed_at: { from: new Date(now - UNTIL_MS), before: new Date(now - FROM_MS) },
    },
    order: ['-handed_at'],
    limit: AT_ONCE,
  })
  const channel = waiting.length ? await customer.channel(CHANNEL) : null
  if (channel) {
    const references = waiting.flatMap(({ reference }) => (reference ? [String(reference)] : []))
    const statuses = await channel.status(references)
    await applyReports(
      customer,
      references.flatMap((reference) => {
        const status = statuses.get(reference)
        if (status === undefined || status === 'handed') return []
        const state = status === 'confirmed' ? ('delivered' as const) : ('undelivered' as const)
        return [{ reference, state }]
      })
    )
  }
  const lately = await customer.rows('sendings').list({
    where: { started_at: { from: new Date(now - UNTIL_MS) } },
    order: ['-id'],
    limit: 50,
  })
  for (const { id } of lately) await countSending(customer, Number(id))
}

/** Texts are forgotten after the days that the customer has chosen; how long they were is kept. */
export async function forgetTexts(customer: CustomerTools, days: number): Promise<number> {
  const before = new Date(customer.now().getTime() - days * UNTIL_MS)
  return customer.rows('messages').update({ created_at: { before } }, { text: null })
}
