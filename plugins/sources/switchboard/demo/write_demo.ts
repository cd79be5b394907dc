import { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import type { DemoFile, DemoWriter } from '#core/contracts/collector'
import { columns } from '../format/columns.js'
import { demoDay } from './calendar.js'
import { castObjects } from './cast.js'
import { DayBook } from './day_book.js'
import { DayCalls } from './day_calls.js'
import { chanceOf } from './random.js'
import { Shifts } from './shifts.js'

/**
 * A house with a telephonist group, two answer groups, a menu, a hunt group, a function number and
 * twelve people: a file of records a month in our own format. A day is the same whenever it is written;
 * of today there is what has happened by then, and calls that go on are written as ongoing.
 */
export const writeDemo: DemoWriter = ({ from, until, zone }) => ({
  objects: castObjects,
  files: files(from, until, zone),
})

async function* files(from: string, until: Date, zone: string): AsyncGenerator<DemoFile> {
  const months = Map.groupBy(days(from, until, zone), (date) => date.slice(0, 7))
  for (const [month, dates] of months) {
    const name = `cdr-${month}.csv`
    const body = Readable.from(monthText(dates, until, zone))
    yield { point: 'switchboard', name, header: columns.join(';'), body }
  }
}

function* monthText(dates: readonly string[], until: Date, zone: string): Generator<Buffer> {
  yield Buffer.from(`${columns.join(';')}\n`)
  for (const date of dates) yield Buffer.from(dayText(date, until, zone))
}

function dayText(date: string, until: Date, zone: string): string {
  const chance = chanceOf(`switchboard ${date}`)
  const day = demoDay(date, zone, chance)
  const book = new DayBook(day, until.getTime() - day.midnight)
  const shifts = new Shifts(day, chance)
  shifts.writeDown(book)
  new DayCalls(day, book, shifts, chance).happen()
  return book.text()
}

function days(from: string, until: Date, zone: string): string[] {
  const last = DateTime.fromJSDate(until, { zone }).toISODate()!
  const found: string[] = []
  for (
    let day = DateTime.fromISO(from, { zone });
    day.toISODate()! <= last;
    day = day.plus({ days: 1 })
  ) {
    found.push(day.toISODate()!)
  }
  return found
}
