import { Readable } from 'node:stream'
import type { DemoFile, DemoWriter } from '#core/contracts/collector'
import { chanceOf, demoDays, type DemoDay } from '#core/contracts/demo'
import type { Json } from '#core/contracts/scalar'
import { castObjects } from './cast.js'
import { dayRows } from './day_rows.js'

/** Two queues with three agents: a file of recorded answers a month, as they would have been asked for each evening. */
export const writeDemo: DemoWriter = ({ from, until, zone }) => ({
  objects: castObjects,
  files: files(demoDays(from, until, zone), until),
})

async function* files(days: readonly DemoDay[], until: Date): AsyncGenerator<DemoFile> {
  for (const [month, ofMonth] of Map.groupBy(days, ({ date }) => date.slice(0, 7))) {
    const lines = ofMonth
      .filter(({ weekday }) => weekday <= 5)
      .flatMap((day) => dayLines(day, until.getTime() - day.midnight))
    const body = Readable.from([Buffer.from(lines.map((line) => `${line}\n`).join(''))])
    yield { point: 'daktela', name: `daktela-${month}.jsonl`, body }
  }
}

function dayLines(day: DemoDay, passed: number): string[] {
  const { activitiesCall, activities, snapshots } = dayRows(
    day,
    chanceOf(`daktela ${day.date}`),
    passed
  )
  return [
    ...snapshots.map(({ asked, sessions }) => line('realtimeSessions', sessions, { asked })),
    line('activitiesCall', activitiesCall),
    line('activities', activities),
  ]
}

const line = (model: string, data: Json[], more: Record<string, Json> = {}) =>
  JSON.stringify({ model, ...more, answer: { error: [], result: { data, total: data.length } } })
