import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { type ActRow, endAct, nowText } from '#core/acts/act_rows'
import { carryOut, settle } from '#core/acts/carry_out'
import { tellAct } from '#core/acts/told_acts'
import { momentDate, momentText } from '#database/columns'

const LOOKED_EVERY_MS = 1000
/** Of one collection point: what one platform is slow with never holds another up. */
const AT_ONCE = 8
const MOST_ROWS = 500
/** A wish that nobody could carry out for so long is not wished any more. */
const LATE_MS = 10_000
/** What was wished longer ago is in reports, and not needed here any more. */
const KEPT_DAYS = 90
const TIDIED_EVERY_MS = 12 * 3600_000

/**
 * Carries out what was wished, once: what the platform was asked for is never asked again by itself.
 * Wishes of one person go one after the other; the platform is asked for several people at once.
 */
export class Acting {
  readonly #stop = new AbortController()
  readonly #busy = new Map<string, number>()
  readonly #work = new Set<Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #tidiedAt = 0
  #looking: Promise<void> | undefined
  #again = false

  start(): void {
    this.#track(this.#recover())
    this.#timer = setInterval(() => this.wake(), LOOKED_EVERY_MS).unref()
    this.wake()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#stop.abort()
    await this.#looking
    await Promise.all(this.#work)
  }

  wake(): void {
    if (this.#stop.signal.aborted) return
    if (this.#looking) {
      this.#again = true
      return
    }
    this.#looking = this.#look()
      .catch((error: unknown) => logger.error({ err: error }, 'Acts could not be looked for'))
      .finally(() => {
        this.#looking = undefined
        if (this.#again) {
          this.#again = false
          this.wake()
        }
      })
  }

  /** What a process before this one was in the middle of: the platform says how it is. */
  async #recover() {
    const rows = (await db.from('agent_acts').where('state', 'handed')) as ActRow[]
    for (const row of rows) this.#track(settle(row, this.#stop.signal).then(() => tellAct(row)))
  }

  async #tidy() {
    if (Date.now() - this.#tidiedAt < TIDIED_EVERY_MS) return
    this.#tidiedAt = Date.now()
    const before = momentText(DateTime.utc().minus({ days: KEPT_DAYS }))
    await db.from('agent_acts').where('asked_at', '<', before).whereNotNull('ended_at').delete()
  }

  async #look() {
    await this.#tidy()
    const rows = (await db
      .from('agent_acts')
      .where('state', 'asked')
      .orderBy('id')
      .limit(MOST_ROWS)) as ActRow[]
    for (const row of rows) {
      const person = `${row.point_id} ${row.identifier}`
      const isLate = Date.now() - momentDate(row.asked_at)!.getTime() > LATE_MS
      if (isLate) {
        if (await endAct(row.id, 'refused', { code: 'late' })) tellAct(row)
        continue
      }
      const atPoint = [...this.#busy.values()].filter((point) => point === row.point_id).length
      if (this.#busy.has(person) || atPoint >= AT_ONCE) continue
      this.#busy.set(person, row.point_id)
      this.#track(
        this.#begin(row).finally(() => {
          this.#busy.delete(person)
          this.wake()
        })
      )
    }
  }

  /** Asks the platform; whether it says so is waited for beside what comes next. */
  async #begin(row: ActRow) {
    const taken = (await db
      .from('agent_acts')
      .where({ id: row.id, state: 'asked' })
      .update({ state: 'handed', handed_at: nowText() })) as unknown
    if (Number(Array.isArray(taken) ? taken[0] : taken) === 0) return
    tellAct(row)
    const confirming = await carryOut(row, this.#stop.signal)
    this.#track(confirming().then(() => tellAct(row)))
  }

  #track(work: Promise<void>) {
    const tracked = work
      .catch((error: unknown) => {
        if (!this.#stop.signal.aborted) logger.error({ err: error }, 'An act could not be done')
      })
      .finally(() => this.#work.delete(tracked))
    this.#work.add(tracked)
  }
}
