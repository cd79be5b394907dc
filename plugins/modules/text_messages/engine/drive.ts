import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChannelUse } from '#core/contracts/module_channel'
import type { CustomerTools, TableRow } from '#core/contracts/module_tools'
import { nextOpening } from '../hours.js'
import { zoneOf } from '../numbers.js'
import { handOver } from './hand_over.js'
import { type Sending, changeState, countSending, findSending } from './sending.js'

/** A worker that has not been heard of for so long is taken for dead. */
const LEASE_MS = 30_000
const COUNTED_EVERY_MS = 3000
const MOST_A_BLOCK = 100
/** The share that failed is looked at from so many on. */
const FEWEST_JUDGED = 20

/** What drives a sending, and for how long at most. */
export interface Drive {
  customer: CustomerTools
  channel: ChannelUse
  until: number
  /** Stops between two blocks. */
  signal?: AbortSignal
}

/**
 * Hands a running sending's messages over, block by block, as fast as it, the account and the gateway allow.
 * Its state is read before each block, so that nothing is handed over after a pause. One worker drives it at a
 * time; rows are claimed all the same, so that two at once would double nothing.
 */
export async function drive({ customer, channel, until, signal }: Drive, id: number) {
  const worker = randomUUID()
  if (!(await takeLease(customer, id, worker))) return
  let counted = 0
  try {
    while (Date.now() < until && !signal?.aborted) {
      const sending = await findSending(customer, id)
      if (sending.state !== 'running' || !(await beat(customer, id, worker))) return
      const rate = Math.min(sending.ratePerSecond, channel.most.perSecond)
      const began = Date.now()
      const handed = await handBlock({ customer, channel }, sending, Math.min(rate, MOST_A_BLOCK))
      if (handed === 'over') return
      if (Date.now() - counted > COUNTED_EVERY_MS) {
        await countSending(customer, id)
        counted = Date.now()
      }
      if (handed === 0) return
      await sleep(Math.max(0, began + (handed / rate) * 1000 - Date.now()))
    }
  } finally {
    await countSending(customer, id)
    await customer.rows('sendings').update({ id, worker }, { worker: null })
  }
}

async function takeLease(customer: CustomerTools, id: number, worker: string): Promise<boolean> {
  const rows = customer.rows('sendings')
  const now = customer.now()
  const taken = { worker, heartbeat_at: now }
  if (await rows.update({ id, worker: null, state: 'running' }, taken)) return true
  const dead = { before: new Date(now.getTime() - LEASE_MS) }
  return (await rows.update({ id, heartbeat_at: dead, state: 'running' }, taken)) > 0
}

const beat = async (customer: CustomerTools, id: number, worker: string) =>
  (await customer.rows('sendings').update({ id, worker }, { heartbeat_at: customer.now() })) > 0

/** How many were handed over or put off; `over` where the sending goes on no more. */
async function handBlock(
  { customer, channel }: Pick<Drive, 'customer' | 'channel'>,
  sending: Sending,
  limit: number
): Promise<number | 'over'> {
  const { id } = sending
  const rows = customer.rows('messages')
  const now = customer.now()
  const claimed = await rows.claim(
    {
      where: { sending_id: id, state: 'waiting', due_at: { before: new Date(now.getTime() + 1) } },
      order: ['due_at'],
      limit,
      mark: 'worker',
    },
    { state: 'handing', claimed_at: now }
  )
  if (!claimed.length) return (await finish(customer, id)) ? 'over' : 0
  const ready = await stillToSend(customer, sending, claimed, now)
  if (!ready.length) return claimed.length
  const { failed, refused } = await handOver(customer, channel, ready)
  if (refused !== null) {
    await pause(customer, id, refused)
    return 'over'
  }
  if (failed && (await tooManyFail(customer, sending))) {
    await pause(customer, id, `More than ${sending.stopIfFailedPercent} % were refused.`)
    return 'over'
  }
  return claimed.length
}

/** Leaves out who has opted out since, what has expired, and puts off what would come at night. */
async function stillToSend(
  customer: CustomerTools,
  { hours, expiresAt }: Sending,
  claimed: readonly TableRow[],
  now: Date
): Promise<TableRow[]> {
  const rows = customer.rows('messages')
  const numbers = claimed.map(({ number }) => String(number))
  const out = await customer.rows('optouts').list({ where: { number: numbers }, limit: 1000 })
  const optedOut = new Set(out.map(({ number }) => String(number)))
  const { zone } = await customer.about()
  const ready: TableRow[] = []
  for (const row of claimed) {
    const where = { id: Number(row.id), state: 'handing' }
    const skip = (reason: string) =>
      rows.update(where, {
        ...{ state: 'skipped', skip_reason: reason },
        ...{ settled_at: now, untold: randomUUID() },
      })
    const opens = nextOpening(now, zoneOf(String(row.number), zone), hours)
    if (optedOut.has(String(row.number))) await skip('optedOut')
    else if (expiresAt && expiresAt <= opens) await skip('quietPassed')
    else if (opens > now) await rows.update(where, { state: 'waiting', due_at: opens })
    else ready.push(row)
  }
  return ready
}

/** Finished once nothing waits and nothing is on its way to the gateway. */
async function finish(customer: CustomerTools, id: number): Promise<boolean> {
  const open = await customer
    .rows('messages')
    .count({ sending_id: id, state: ['waiting', 'handing'] })
  if (open) return false
  return changeState(customer, id, ['running'], {
    state: 'finished',
    finished_at: customer.now(),
  })
}

const pause = (customer: CustomerTools, id: number, problem: string) =>
  changeState(customer, id, ['running'], { state: 'paused', problem: problem.slice(0, 255) })

async function tooManyFail(customer: CustomerTools, sending: Sending): Promise<boolean> {
  const rows = customer.rows('messages')
  const of = { sending_id: sending.id }
  const failed = await rows.count({ ...of, state: ['failed', 'rejected'] })
  const tried = await rows.count({
    ...of,
    state: ['failed', 'rejected', 'handed', 'sent', 'delivered', 'undelivered', 'unknown'],
  })
  return tried >= FEWEST_JUDGED && failed * 100 > tried * sending.stopIfFailedPercent
}
