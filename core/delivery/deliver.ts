import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { planDispatches } from '#core/delivery/actions/plan_dispatches'
import { handOver } from '#core/delivery/hand_over'
import { makeSending } from '#core/delivery/make_sending'
import { recoverDispatches } from '#core/delivery/recover_dispatches'
import { tellOwners } from '#core/delivery/tell_owners'
import { nobodyAsks } from '#core/facts/give_way'
import { Turns, type Waiting } from '#core/jobs/turns'
import { momentText } from '#database/columns'

/** How many reports are made at once, with and without single calls in them. */
const SLOTS = { small: 3, large: 1 }
const LOOK_AGAIN_MS = 50
/** Of each owner so many are looked at, so that the slots are full where hardly anybody else waits. */
const OF_EACH = 8
/** So many are made before it is looked again who waits. */
const ENOUGH = 8

const turns = new Turns()
let working = false

/**
 * Everything that is to be done for delivery now, until nothing is due: plans what has become due, takes
 * up what killed workers left, makes and hands over what waits, tells owners what went wrong. Any number
 * of processes may do it at once; in one process it is worked at in one place.
 */
export async function deliver(now: DateTime = DateTime.utc()): Promise<void> {
  await recoverDispatches(now)
  const begun = performance.now()
  const clock = () => now.plus(Math.round(performance.now() - begun))
  let planning = true
  const planned = planDispatches(now).finally(() => (planning = false))
  if (working) await planned
  else {
    working = true
    try {
      const mail = { reached: true }
      const more = () => planning
      await Promise.all([
        planned,
        makeAll({ large: false, clock, mail, more }),
        makeAll({ large: true, clock, mail, more }),
      ])
      if (mail.reached) await handOverAll(clock())
    } finally {
      working = false
    }
  }
  await tellOwners(clock())
}

interface Making {
  large: boolean
  clock: () => DateTime
  /** Whether the mail server could be reached. */
  mail: { reached: boolean }
  /** Whether there may be something to make soon. */
  more: () => boolean
}

/** What is made is handed over before the next is made: nobody waits for another's report. */
async function makeAll(making: Making): Promise<void> {
  const { large, clock, mail, more } = making
  for (;;) {
    const expected = more()
    const slots = large ? SLOTS.large : SLOTS.small
    // Others of whom nothing is planned yet are to get their turn, so hardly more is taken than is begun at once.
    const next = inTurn(await waitingToBeMade(large, clock()), expected ? slots : ENOUGH)
    if (!next.length) {
      if (!expected) return
      await pause(LOOK_AGAIN_MS)
      continue
    }
    await inSlots(next, slots, async ({ id }) => {
      // Whoever looks at something goes first.
      await nobodyAsks('file')
      await makeSending(id, clock())
      if (mail.reached && !(await handOverAll(clock(), id))) mail.reached = false
    })
  }
}

type Planned = Waiting & { id: number }

/** Some of those that wait, as they take turns; the rest are asked for again when these are made. */
function inTurn(waiting: readonly Planned[], enough: number): Planned[] {
  const left = new Set(waiting)
  const next: Planned[] = []
  do {
    const round = turns.round([...left])
    for (const one of round) {
      turns.served(one)
      left.delete(one)
      next.push(one)
    }
  } while (left.size > 0 && next.length < enough)
  return next
}

/** The oldest of each customer and owner. */
async function waitingToBeMade(large: boolean, now: DateTime): Promise<Planned[]> {
  const turned = db
    .from('sendings')
    .where({ state: 'planned', large })
    .where('next_try_at', '<=', momentText(now))
    .select({ id: 'id', customerId: 'customer_id', userId: 'owner_id' })
    .select(db.raw('row_number() over (partition by customer_id, owner_id order by id) as turn'))
    .as('waiting')
  return (await db.from(turned).where('turn', '<=', OF_EACH).select('*')) as Planned[]
}

/** Works at all, so many at once, each beginning as soon as there is room. */
async function inSlots<T>(all: readonly T[], slots: number, work: (one: T) => Promise<void>) {
  const waiting = all.values()
  const slot = async () => {
    for (const one of waiting) await work(one)
  }
  await Promise.all(Array.from({ length: Math.min(slots, all.length) }, slot))
}

/**
 * Hands over what waits, of one sending or of all, one of each customer's in turn. What lies on another
 * machine is left to that one. Answers false once the mail server cannot be reached.
 */
export async function handOverAll(now: DateTime, sendingId?: number): Promise<boolean> {
  const left: string[] = []
  for (;;) {
    const round = await waitingToBeHanded(now, left, sendingId)
    if (!round.length) return true
    for (const { id } of round) {
      const became = await handOver(id, now)
      if (became === 'unreached') return false
      if (became === 'left') left.push(id)
    }
  }
}

const MOST_IN_ROUND = 50

/** The first of each customer, or all of one sending; without those that are left. */
async function waitingToBeHanded(
  now: DateTime,
  left: readonly string[],
  sendingId?: number
): Promise<{ id: string }[]> {
  const waiting = db
    .from('dispatches')
    .join('sendings', 'sendings.id', 'dispatches.sending_id')
    .where('sendings.state', 'made')
    .where('dispatches.state', 'waiting')
    .where('dispatches.next_try_at', '<=', momentText(now))
    .if(left.length, (query) => query.whereNotIn('dispatches.id', [...left]))
    .select({ id: 'dispatches.id' })
  if (sendingId !== undefined) {
    return (await waiting
      .where('sendings.id', sendingId)
      .orderBy('dispatches.next_try_at')
      .orderBy('dispatches.id')
      .limit(MOST_IN_ROUND)) as { id: string }[]
  }
  const first = db.raw(
    'row_number() over (partition by dispatches.customer_id order by dispatches.next_try_at, dispatches.id) as turn'
  )
  return (await db.from(waiting.select(first).as('waiting')).where('turn', 1).select('id')) as {
    id: string
  }[]
}
