import { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import type { DemoFile, DemoWriter } from '#core/contracts/collector'
import { chanceOf } from './chance.js'
import { dayPlan, type DayPlan } from './day_plan.js'
import { queueDay, type DayLine } from './queue_day.js'
import { recordDay } from './record_day.js'
import { objects, settings } from './site.js'

const point = 'Asterisk Göteborg'

/** A smaller site with two queues: its queue_log month by month, and the call records of its extensions. Each day is made by itself, so a later `until` adds lines and changes none. */
export const writeDemo: DemoWriter = ({ from, until, zone, pace = 1 }) => {
  const dates = days(from, until, zone)
  // A whole year is not held.
  const dayOf = dates.length > MOST_MADE ? newDay : madeDay
  const made = dates.map((date) => dayOf(date, zone, pace))
  return { objects, settings, files: files(made, until) }
}

/** A day of the site: its lines are made when they are first asked for. */
interface MadeDay {
  plan: DayPlan
  queues: () => readonly DayLine[]
  records: () => readonly DayLine[]
}

/** The days that were asked for last: while the demo goes on, today is asked for every few seconds. */
const kept = new Map<string, MadeDay>()
const MOST_MADE = 10

function madeDay(date: string, zone: string, pace: number): MadeDay {
  const key = `${date} ${zone} ${pace}`
  const known = kept.get(key)
  if (known) return known
  const { plan, queues, records } = newDay(date, zone, pace)
  const day = { plan, queues: once(queues), records: once(records) }
  if (kept.size >= MOST_MADE) kept.delete(kept.keys().next().value!)
  kept.set(key, day)
  return day
}

function newDay(date: string, zone: string, pace: number): MadeDay {
  const plan = dayPlan(date, zone, chanceOf(`day ${date}`), pace)
  return { plan, queues: () => queueDay(plan), records: () => recordDay(plan, zone) }
}

function once<T>(make: () => T): () => T {
  let value: T | undefined
  return () => (value ??= make())
}

async function* files(made: readonly MadeDay[], until: Date): AsyncGenerator<DemoFile> {
  const months = [...new Set(made.map(({ plan }) => plan.date.slice(0, 7)))]
  for (const month of months) {
    const ofMonth = made.filter(({ plan }) => plan.date.startsWith(month))
    const name = `queue_log-${month}`
    yield { point, name, body: bodyOf(ofMonth, until, ({ queues }) => queues()) }
  }
  yield { point, name: 'Master.csv', body: bodyOf(made, until, ({ records }) => records()) }
}

type LinesOf = (day: MadeDay) => readonly DayLine[]

const bodyOf = (made: readonly MadeDay[], until: Date, linesOf: LinesOf) =>
  Readable.from(texts(made, until, linesOf), { objectMode: false })

function* texts(made: readonly MadeDay[], until: Date, linesOf: LinesOf) {
  for (const day of made) {
    const last = until.getTime() / 1000 - day.plan.midnight
    const lines = linesOf(day).filter(({ at }) => at <= last)
    if (lines.length > 0) yield lines.map(({ text }) => `${text}\n`).join('')
  }
}

function days(from: string, until: Date, zone: string): string[] {
  const last = DateTime.fromJSDate(until, { zone }).toISODate()!
  const found: string[] = []
  for (let day = DateTime.fromISO(from, { zone: 'utc' }); ; day = day.plus({ days: 1 })) {
    const date = day.toISODate()!
    if (date > last) return found
    found.push(date)
  }
}
