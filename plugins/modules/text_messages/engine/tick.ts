import { randomUUID } from 'node:crypto'
import type { CustomerTools } from '#core/contracts/module_tools'
import { changeState } from './sending.js'
import { drive } from './drive.js'
import { handOver } from './hand_over.js'
import { writeFacts } from './write_facts.js'

export const CHANNEL = 'sms'
/** So long a tick goes on at most; the next one takes over. */
const TICK_MS = 50_000
/** A gateway answers or has timed out by then. */
const DEAD_AFTER_MS = 5 * 60_000
const MOST_SINGLES = 100

/** What goes on by itself: begins what is due, drives what runs, tries again, and has reports know of all. */
export async function tick(customer: CustomerTools): Promise<void> {
  const now = customer.now()
  const sendings = customer.rows('sendings')
  const due = await sendings.list({
    where: { state: 'scheduled', starts_at: { before: now } },
    limit: 100,
  })
  for (const { id } of due) {
    await changeState(customer, Number(id), ['scheduled'], { state: 'running', started_at: now })
  }
  await giveUp(customer, new Date(now.getTime() - DEAD_AFTER_MS))
  const running = await sendings.list({ where: { state: 'running' }, limit: 20 })
  const waiting = await customer.rows('messages').count({ sending_id: null, state: 'waiting' })
  if (running.length || waiting) {
    const channel = await customer.channel(CHANNEL)
    if (channel) {
      const until = Date.now() + TICK_MS
      await sendSingles(customer)
      await Promise.all(running.map(({ id }) => drive({ customer, channel, until }, Number(id))))
    }
  }
  await writeFacts(customer)
}

/** Messages that belong to no sending: at once, and again where the gateway wanted them later. */
export async function sendSingles(customer: CustomerTools): Promise<void> {
  const channel = await customer.channel(CHANNEL)
  if (!channel) return
  const now = customer.now()
  const rows = await customer.rows('messages').claim(
    {
      where: {
        sending_id: null,
        state: 'waiting',
        due_at: { before: new Date(now.getTime() + 1) },
      },
      limit: MOST_SINGLES,
      mark: 'worker',
    },
    { state: 'handing', claimed_at: now }
  )
  if (rows.length) await handOver(customer, channel, rows)
}

/** What was on its way when a worker was killed: nobody knows whether it was taken, and it is never sent again by itself. */
export async function giveUp(customer: CustomerTools, before: Date): Promise<number> {
  return customer.rows('messages').update(
    { state: 'handing', claimed_at: { before } },
    {
      state: 'unknown',
      handed_at: before,
      problem: 'The server stopped before the gateway’s answer was kept.',
      untold: randomUUID(),
    }
  )
}
