import { randomUUID } from 'node:crypto'
import type { DeliveryReport, IncomingMessage } from '#core/contracts/channel_callback'
import type { CustomerTools } from '#core/contracts/module_tools'
import { applyReports } from './apply_reports.js'
import { CHANNEL } from './tick.js'

/** Words by which people want no more, alone in a message: they are the same in every language. */
const STOP_WORDS = new Set(
  'stop stopp stoppa sluta avsluta lopeta lõpeta loobu beigt ptraukt unsubscribe end quit cancel'.split(
    ' '
  )
)

/** Takes what a gateway tells: delivery reports move messages on, and a reply of one word may be an opt-out. */
export async function hear(
  customer: CustomerTools,
  heard: {
    channel: string
    reports: readonly DeliveryReport[]
    incoming: readonly IncomingMessage[]
  }
): Promise<void> {
  if (heard.channel !== CHANNEL) return
  await applyReports(customer, heard.reports)
  for (const { from, text } of heard.incoming) {
    if (isStop(text) && /^\+[1-9]\d{7,14}$/.test(from)) await optOut(customer, from, 'reply', null)
  }
}

export const isStop = (text: string) =>
  STOP_WORDS.has(
    text
      .trim()
      .toLowerCase()
      .replace(/[.!]+$/, '')
  )

/** From now on nothing of a sending goes to this number. Answers whether that is new. */
export async function optOut(
  customer: CustomerTools,
  number: string,
  how: 'reply' | 'hand',
  userId: number | null
): Promise<boolean> {
  const rows = customer.rows('optouts')
  if (await rows.first({ number })) return false
  try {
    await rows.insert({ number, how, noted_by_id: userId, at: customer.now() })
  } catch (error) {
    // Two may say so at once.
    if (!(await rows.first({ number }))) throw error
    return false
  }
  await customer.rows('messages').update(
    { number, state: 'waiting', sending_id: { from: 1 } },
    {
      state: 'skipped',
      skip_reason: 'optedOut',
      settled_at: customer.now(),
      untold: randomUUID(),
    }
  )
  return true
}
