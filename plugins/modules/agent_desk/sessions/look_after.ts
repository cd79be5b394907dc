import type { AgentNow, AgentObject } from '#core/contracts/agent_tools'
import { momentDate } from '#core/contracts/module_table'
import type { CustomerTools } from '#core/contracts/module_tools'
import { actFor } from '../act_for.js'
import { tellActs } from './tell_acts.js'
import { endRow } from './end_session.js'
import { beginOverlap, endOverlap } from './overlaps.js'
import { remind } from './remind.js'

/** A page that says nothing for so long is lost. Whoever had it stays logged on. */
const LOST_AFTER_MS = 90_000

/** Each minute: pages that are lost, who is logged on without one, who is reminded, what the rules say. */
export async function lookAfter(customer: CustomerTools): Promise<void> {
  const now = customer.now()
  const lost = await customer.rows('sessions').list({
    where: { ended_at: null, beat_at: { before: new Date(now.getTime() - LOST_AFTER_MS) } },
    limit: 1000,
  })
  for (const row of lost) await endRow(customer, row, 'lost', momentDate(String(row.beat_at))!)
  const agents = await customer.agents.people()
  const states = await customer.agents.presence(agents)
  const open = await customer.rows('sessions').list({ where: { ended_at: null }, limit: 10_000 })
  const people = Map.groupBy(
    agents.map((agent, at) => ({ agent, state: states[at]! })),
    ({ agent }) => agent.userId
  )
  for (const [userId, own] of people) {
    // Where a platform tells nothing it is not known whether they are logged on.
    if (!own.some(({ state }) => state.isKnown)) continue
    const isOn = own.some(({ state }) => state.queues.some((queue) => queue.isOn))
    const hasPage = open.some((row) => Number(row.user_id) === userId)
    await follow(customer, { userId, isOn, hasPage, since: sinceOf(own, now) }, now)
    if (isOn && !hasPage) await lookAtAway(customer, userId, own, now)
  }
  await tellActs(customer)
}

/** Since when they are logged on, as the platform has it. */
const sinceOf = (own: readonly { state: AgentNow }[], now: Date) => {
  const since = own.flatMap(({ state }) => state.loggedOnSince ?? []).sort()
  return since[0] ? new Date(since[0]) : now
}

async function follow(
  customer: CustomerTools,
  is: { userId: number; isOn: boolean; hasPage: boolean; since: Date },
  now: Date
) {
  const { userId, isOn, hasPage, since } = is
  if (isOn && !hasPage)
    await beginOverlap(customer, userId, 'onWithoutApp', await leftAt(customer, userId, since))
  else await endOverlap(customer, userId, 'onWithoutApp', now)
  if (hasPage && !isOn) await beginOverlap(customer, userId, 'appWithoutOn', now)
  else await endOverlap(customer, userId, 'appWithoutOn', now)
}

/** When the last page was closed, or the log-on where that came later. */
async function leftAt(customer: CustomerTools, userId: number, since: Date): Promise<Date> {
  const [last] = await customer
    .rows('sessions')
    .list({ where: { user_id: userId }, order: ['-ended_at'], limit: 1 })
  const ended = last && momentDate(last.ended_at === null ? null : String(last.ended_at))
  return ended && ended > since ? ended : since
}

async function lookAtAway(
  customer: CustomerTools,
  userId: number,
  own: readonly { agent: AgentObject; state: AgentNow }[],
  now: Date
) {
  const row = await customer
    .rows('overlaps')
    .first({ user_id: userId, kind: 'onWithoutApp', ended_at: null })
  if (!row) return
  const minutes = (now.getTime() - momentDate(String(row.began_at))!.getTime()) / 60_000
  const { remindMinutes, logOffMinutes } = await customer.settings()
  const had = await customer.rows('sessions').first({ user_id: userId })
  if (had && row.reminded_at === null && isOver(minutes, remindMinutes)) {
    await customer.rows('overlaps').update({ id: Number(row.id) }, { reminded_at: now })
    await remind(
      customer,
      userId,
      own.map(({ state }) => state)
    )
  }
  if (!isOver(minutes, logOffMinutes)) return
  for (const { agent, state } of own) {
    const on = state.queues.filter((queue) => queue.isOn).map(({ queue }) => queue)
    const isBusy = state.state === 'talking' || state.state === 'ringing'
    if (on.length === 0 || isBusy || !agent.offers.includes('logOff')) continue
    const key = `rule-${row.id}-${agent.id}`
    await actFor(
      customer,
      agent,
      { key, name: 'logOff', queues: on },
      { reader: null, kind: 'rule' }
    )
  }
}

const isOver = (minutes: number, limit: unknown) =>
  typeof limit === 'number' && limit > 0 && minutes >= limit
