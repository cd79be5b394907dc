import { Readable } from 'node:stream'
import type { CollectedObject, DemoFile, DemoWriter } from '#core/contracts/collector'
import { chanceOf, demoDays, type DemoDay } from '#core/contracts/demo'
import { columns } from '../records/columns.js'
import { agents, demoDayLines, persons, services } from './demo_day.js'

const object = (objectType: string, identifier: string, name: string): CollectedObject => ({
  objectType,
  identifier,
  name,
  groups: ['Kundtjänst'],
})

const objects: readonly CollectedObject[] = [
  ...services.map(({ id, name }) => object('service', id, name)),
  ...agents.map(({ id, name }) => object('agent', id, name)),
  ...persons.map(({ id, name }) => object('person', id, name)),
]

/** Two services that are answered on the customer's behalf: a file of calls, errands and comments a month. */
export const writeDemo: DemoWriter = ({ from, until, zone }) => ({
  objects,
  files: files(demoDays(from, until, zone), until),
})

async function* files(days: readonly DemoDay[], until: Date): AsyncGenerator<DemoFile> {
  for (const [month, ofMonth] of Map.groupBy(days, ({ date }) => date.slice(0, 7))) {
    const lines = ofMonth
      .filter(({ weekday }) => weekday <= 5)
      .flatMap((day) =>
        demoDayLines(day, chanceOf(`answering service ${day.date}`), until.getTime() - day.midnight)
      )
    const header = columns.join(';')
    const text = [header, ...lines, ''].join('\n')
    yield {
      point: 'answering service',
      name: `answered-${month}.csv`,
      header,
      body: Readable.from([Buffer.from(text)]),
    }
  }
}
