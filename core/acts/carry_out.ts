import { setTimeout as pause } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { openPoint } from '#core/collection/open_point'
import { collectorOf, pointInfo } from '#core/collection/run_collector'
import { type Act, isAsWished, NotDone } from '#core/contracts/act'
import type { Collector } from '#core/contracts/collector'
import type { SourcePlugin } from '#core/contracts/source'
import { actOf, type ActRow, endAct } from '#core/acts/act_rows'
import { toldNow } from '#core/acts/person_now'
import { liveStore } from '#core/live/live_store'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

const DONE_WITHIN_MS = 4000
/** So long is waited for the platform to say that it is so; then it is asked. */
const TOLD_WITHIN_MS = 5000
const ASKED_WITHIN_MS = 4000
/** A platform that tells nothing is asked, after these times. */
const ASKED_AFTER_MS = [100, 400, 1000, 1500, 2000]

interface Doing {
  source: SourcePlugin
  pointId: number
  act: Act
  collector: Collector
  info: ReturnType<typeof pointInfo>
}

/**
 * Has the platform do it. Answers what waits until it is known how it ended: an act is confirmed by what
 * the platform tells of itself, and not by its answer.
 */
export async function carryOut(row: ActRow, stop: AbortSignal): Promise<() => Promise<void>> {
  const doing = await openDoing(row).catch((error: unknown) => noted(row, error))
  if (!doing) return () => Promise.resolve()
  const signal = AbortSignal.any([stop, AbortSignal.timeout(DONE_WITHIN_MS)])
  try {
    const done = await withinSignal(doing.collector.act!(doing.info, doing.act, signal), signal)
    if (done !== 'already') return () => confirm(row, doing, stop)
    await endAct(row.id, 'confirmed', { code: 'already' })
  } catch (error) {
    if (stop.aborted) throw error
    if (error instanceof NotDone && error.outcome !== 'unknown') {
      await endAct(row.id, 'refused', { code: error.code, detail: error.message })
    } else {
      logger.warn({ err: error }, 'An act may not have been done')
      return () => settleBy(row, doing, stop)
    }
  }
  return () => Promise.resolve()
}

/** Asks the platform how an act ended that nobody waits for any more. */
export async function settle(row: ActRow, stop: AbortSignal): Promise<void> {
  const doing = await openDoing(row).catch((error: unknown) => noted(row, error))
  if (doing) await settleBy(row, doing, stop)
}

/** A source that is not installed any more, or a point that is gone, says nothing. */
async function noted(row: ActRow, error: unknown): Promise<undefined> {
  const detail = error instanceof Error ? error.message : String(error)
  await endAct(row.id, 'unknown', { code: 'unreachable', detail })
}

async function openDoing(row: ActRow): Promise<Doing> {
  const open = await openPoint(await CollectionPoint.findOrFail(row.point_id))
  return {
    source: open.source,
    pointId: Number(row.point_id),
    act: actOf(row),
    collector: collectorOf(open),
    info: pointInfo(open),
  }
}

async function confirm(row: ActRow, doing: Doing, stop: AbortSignal): Promise<void> {
  const told = await toldWithin(row, doing, stop)
  if (told) await endAct(row.id, 'confirmed')
  else await settleBy(row, doing, stop)
}

/** Whether the platform tells that it is so, in time. */
async function toldWithin(row: ActRow, doing: Doing, stop: AbortSignal): Promise<boolean> {
  const { source, pointId, act } = doing
  const isTold = () => {
    const now = toldNow(source, pointId, act.person)
    return now !== undefined && isAsWished(act, now)
  }
  if (isTold()) return true
  if (!toldNow(source, pointId, act.person)) return heldWithin(doing, stop)
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const unfollow = liveStore.follow(({ customerId }) => {
    if (customerId === row.customer_id && isTold()) resolve(true)
  })
  const late = setTimeout(() => resolve(false), TOLD_WITHIN_MS).unref()
  const stopped = () => resolve(false)
  stop.addEventListener('abort', stopped, { once: true })
  const answer = await promise
  unfollow()
  clearTimeout(late)
  stop.removeEventListener('abort', stopped)
  return answer
}

async function heldWithin({ collector, info, act }: Doing, stop: AbortSignal): Promise<boolean> {
  for (const after of ASKED_AFTER_MS) {
    await pause(after, undefined, { signal: stop, ref: false })
    const signal = AbortSignal.any([stop, AbortSignal.timeout(ASKED_WITHIN_MS)])
    const held = await collector.holds!(info, act.person, signal).catch(() => undefined)
    if (held && isAsWished(act, held)) return true
  }
  return false
}

async function settleBy(row: ActRow, doing: Doing, stop: AbortSignal): Promise<void> {
  const { collector, info, act } = doing
  const signal = AbortSignal.any([stop, AbortSignal.timeout(ASKED_WITHIN_MS)])
  try {
    const held = await withinSignal(collector.holds!(info, act.person, signal), signal)
    if (isAsWished(act, held)) await endAct(row.id, 'confirmed', { code: 'asked' })
    else await endAct(row.id, 'refused', { code: 'notSo' })
  } catch (error) {
    // The next process asks again.
    if (stop.aborted) return
    const detail = error instanceof Error ? error.message : String(error)
    await endAct(row.id, 'unknown', { code: 'unreachable', detail })
  }
}

/** A collector that does not heed the signal holds nobody up. */
async function withinSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(new Error('The platform did not answer in time.'))
  signal.addEventListener('abort', stop, { once: true })
  work.catch(() => undefined)
  try {
    signal.throwIfAborted()
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
