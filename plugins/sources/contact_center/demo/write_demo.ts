import { Readable } from 'node:stream'
import type { DemoFile, DemoWriter } from '#core/contracts/collector'
import { chanceOf, demoDays, type DemoDay } from '#core/contracts/demo'
import { columns } from '../session_file/columns.js'
import { castObjects } from './cast.js'
import { DemoCentreDay } from './demo_day.js'

/** A contact centre with two service groups and four agents: a session file a month. A day is the same whenever it is written. */
export const writeDemo: DemoWriter = ({ from, until, zone }) => ({
  objects: castObjects,
  files: files(demoDays(from, until, zone), until),
})

async function* files(days: readonly DemoDay[], until: Date): AsyncGenerator<DemoFile> {
  for (const [month, ofMonth] of Map.groupBy(days, ({ date }) => date.slice(0, 7))) {
    const texts = ofMonth.filter(({ weekday }) => weekday <= 5).map((day) => dayText(day, until))
    const header = columns.join(';')
    const body = Readable.from([Buffer.from([`${header}\n`, ...texts].join(''))])
    yield { point: 'contact center', name: `sessions-${month}.csv`, header, body }
  }
}

function dayText(day: DemoDay, until: Date): string {
  const passed = until.getTime() - day.midnight
  return new DemoCentreDay(day, chanceOf(`contact center ${day.date}`), passed).text()
}
