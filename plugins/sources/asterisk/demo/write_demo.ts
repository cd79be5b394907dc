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
  const plans = days(from, until, zone).map((date) =>
    dayPlan(date, zone, chanceOf(`day ${date}`), pace)
  )
  return { objects, settings, files: files(plans, until, zone) }
}

async function* files(
  plans: readonly DayPlan[],
  until: Date,
  zone: string
): AsyncGenerator<DemoFile> {
  const months = [...new Set(plans.map(({ date }) => date.slice(0, 7)))]
  for (const month of months) {
    const ofMonth = plans.filter(({ date }) => date.startsWith(month))
    yield { point, name: `queue_log-${month}`, body: bodyOf(ofMonth, until, queueDay) }
  }
  yield { point, name: 'Master.csv', body: bodyOf(plans, until, (plan) => recordDay(plan, zone)) }
}

const bodyOf = (plans: readonly DayPlan[], until: Date, make: (plan: DayPlan) => DayLine[]) =>
  Readable.from(texts(plans, until, make), { objectMode: false })

function* texts(plans: readonly DayPlan[], until: Date, make: (plan: DayPlan) => DayLine[]) {
  for (const plan of plans) {
    const last = until.getTime() / 1000 - plan.midnight
    const lines = make(plan).filter(({ at }) => at <= last)
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
