import { randomUUID } from 'node:crypto'
import { NotSent, type Taken } from '#core/contracts/channel'
import type { ChannelUse } from '#core/contracts/module_channel'
import type { CustomerTools, Rows, TableRow, Value } from '#core/contracts/module_tools'
import { applyReports } from './apply_reports.js'

/** How long is waited before each further try, in minutes; after the last one a message has failed. */
const WAITS = [1, 5, 15, 60]
const MINUTE_MS = 60_000

/** What a block came to: `refused` where the account takes nothing more now, with why. */
export interface HandedOver {
  failed: number
  refused: string | null
}

/**
 * Hands rows over that this worker has claimed, once, and settles all of them together. What was on its way
 * when a worker is killed stays `handing`, and becomes `unknown`.
 */
export async function handOver(
  customer: CustomerTools,
  channel: ChannelUse,
  rows: readonly TableRow[]
): Promise<HandedOver> {
  const messages = rows.map((row) => ({
    id: String(row.own_id),
    to: String(row.number),
    // Without one, the account's own.
    ...(row.sender && { sender: String(row.sender) }),
    subject: '',
    text: String(row.text ?? ''),
  }))
  const outcomes = await channel.sendMany(messages)
  const now = customer.now()
  let failed = 0
  let refused: string | null = null
  const references: string[] = []
  await customer.transaction(async (table) => {
    // The work may be done twice.
    ;[failed, refused, references.length] = [0, null, 0]
    for (const row of rows) {
      const outcome = outcomes.get(String(row.own_id))
      const change = changeOf(outcome, row, now)
      if (outcome instanceof NotSent && outcome.ofAccount) refused ??= outcome.message
      else if (change.state === 'failed') failed += 1
      if (typeof change.reference === 'string') references.push(change.reference)
      await settle(table('messages'), row, change)
    }
  })
  // A report may have come before the reference was kept.
  await applyReports(customer, references.length ? await channel.told(references) : [])
  return { failed, refused }
}

/** A row that was given up for dead meanwhile is settled all the same: what came of it is known now. */
const settle = (rows: Rows, { id, worker }: TableRow, change: Record<string, Value>) =>
  rows.update(
    { id: Number(id), worker: String(worker), state: ['handing', 'unknown'] },
    { ...change, untold: randomUUID() }
  )

function changeOf(
  outcome: Taken | NotSent | undefined,
  row: TableRow,
  now: Date
): Record<string, Value> {
  if (outcome && !(outcome instanceof NotSent)) {
    const { reference, price = null, unit = null, parts = Number(row.parts) } = outcome
    return { state: 'handed', reference, price, unit, parts, handed_at: now, problem: null }
  }
  if (!outcome || outcome.outcome === 'unknown') {
    const problem = short(outcome?.message ?? 'The gateway named no outcome.')
    return { state: 'unknown', handed_at: now, problem }
  }
  const problem = short(outcome.message)
  // Nothing is wrong with the message: it waits until the account takes messages again.
  if (outcome.ofAccount && row.sending_id !== null) return { state: 'waiting', problem }
  const attempts = Number(row.attempts) + 1
  const wait = WAITS[attempts - 1]
  if (outcome.outcome === 'temporary' && wait !== undefined) {
    return {
      ...{ state: 'waiting', problem, attempts },
      due_at: new Date(now.getTime() + wait * MINUTE_MS),
    }
  }
  return { state: 'failed', problem, attempts, settled_at: now }
}

const short = (text: string) => text.slice(0, 255)
