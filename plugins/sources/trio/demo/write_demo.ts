import { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import type { DemoFile, DemoWriter } from '#core/contracts/collector'
import { chanceOf, demoDays, type DemoDay } from '#core/contracts/demo'
import { columns } from '../record_file/columns.js'
import { castObjects } from './cast.js'
import { dayContacts } from './day_contacts.js'

/** Two service ids with three agents: a record file a month, which holds what was handled in that month. */
export const writeDemo: DemoWriter = ({ from, until, zone }) => ({
  objects: castObjects,
  files: files(demoDays(from, until, zone), until, zone),
})

async function* files(
  days: readonly DemoDay[],
  until: Date,
  zone: string
): AsyncGenerator<DemoFile> {
  const records = days
    .filter(({ weekday }) => weekday <= 5)
    .flatMap((day) => dayContacts(day, chanceOf(`trio ${day.date}`)))
    .filter(({ at }) => at <= until.getTime())
    .sort((a, b) => a.at - b.at)
  const monthOf = (at: number) => DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM')
  for (const [month, written] of Map.groupBy(records, ({ at }) => monthOf(at))) {
    const header = columns.join(';')
    const text = [`${header}\n`, ...written.map(({ line }) => line)].join('')
    const body = Readable.from([Buffer.from(text)])
    yield { point: 'trio', name: `trio-${month}.csv`, header, body }
  }
}
