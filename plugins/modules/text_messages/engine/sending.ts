import { Refused } from '#core/contracts/module'
import type { CustomerTools, TableRow } from '#core/contracts/module_tools'
import { momentDate } from '#core/contracts/module_table'
import { isLess, lessOf, sumOf } from '../money.js'
import { type Counts, type State, states } from '../states.js'

export type SendingState = 'draft' | 'scheduled' | 'running' | 'paused' | 'stopped' | 'finished'

/** A row of the table, read. */
export function sendingOf(row: TableRow) {
  const text = (name: string) => (row[name] === null ? null : String(row[name]))
  return {
    id: Number(row.id),
    name: String(row.name),
    sender: String(row.sender),
    text: String(row.text),
    state: String(row.state) as SendingState,
    problem: text('problem'),
    startsAt: momentDate(text('starts_at')),
    expiresAt: momentDate(text('expires_at')),
    hours: JSON.parse(String(row.hours)) as { from: string; to: string; sundays: boolean },
    ratePerSecond: Number(row.rate_per_second),
    stopIfFailedPercent: Number(row.stop_if_failed_percent),
    recipients: Number(row.recipients),
    reserved: text('reserved'),
    unit: text('unit'),
    counts: JSON.parse(String(row.counts)) as Counts & { spent?: string },
    madeById: row.made_by_id === null ? null : Number(row.made_by_id),
    startedById: row.started_by_id === null ? null : Number(row.started_by_id),
    createdAt: momentDate(String(row.created_at)),
    startedAt: momentDate(text('started_at')),
    finishedAt: momentDate(text('finished_at')),
  }
}
export type Sending = ReturnType<typeof sendingOf>

/** @throws E_TEXTS_SENDING */
export async function findSending(customer: CustomerTools, id: string | number): Promise<Sending> {
  const row = /^\d{1,9}$/.test(String(id))
    ? await customer.rows('sendings').first({ id: Number(id) })
    : null
  if (!row) throw new Refused(404, 'E_TEXTS_SENDING', 'There is no such sending.')
  return sendingOf(row)
}

/** Counts what became of a sending's recipients and what it cost, and keeps both with it. */
export async function countSending(customer: CustomerTools, id: number): Promise<Counts> {
  const rows = customer.rows('messages')
  const counts: Counts & { spent?: string } = {}
  for (const state of states) {
    const count = await rows.count({ sending_id: id, state })
    if (count) counts[state] = count
  }
  const prices: string[] = []
  for await (const { price } of rows.each({ sending_id: id, handed_at: { from: new Date(0) } })) {
    if (price !== null) prices.push(String(price))
  }
  if (prices.length) counts.spent = sumOf(prices)
  await customer.rows('sendings').update({ id }, { counts: JSON.stringify(counts) })
  return counts
}

/** What was set aside for a sending and is not spent; null where no price is known. */
export function notSpent({ reserved, counts }: Pick<Sending, 'reserved' | 'counts'>) {
  if (reserved === null) return null
  const spent = counts.spent ?? '0'
  return isLess(reserved, spent) ? '0' : lessOf(reserved, spent)
}

/** Changes the state where it is one of these; answers whether it was. */
export async function changeState(
  customer: CustomerTools,
  id: number,
  from: readonly SendingState[],
  change: { state: SendingState } & Record<string, string | number | Date | null>
): Promise<boolean> {
  return (await customer.rows('sendings').update({ id, state: from }, change)) > 0
}

/** @throws E_TEXTS_STATE, naming the states that allow it */
export function demandState(sending: Sending, allowed: readonly SendingState[]): void {
  if (allowed.includes(sending.state)) return
  throw new Refused(
    409,
    'E_TEXTS_STATE',
    `The sending is ${sending.state}; this can be done where it is ${allowed.join(' or ')}.`
  )
}

export const settled: readonly State[] = states.filter(
  (state) => state !== 'waiting' && state !== 'handing'
)
