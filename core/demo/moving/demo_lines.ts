import { text } from 'node:stream/consumers'
import { DateTime } from 'luxon'
import type { DemoFile, DemoWriter } from '#core/contracts/collector'

/** Lines of a file of the demo, as its writer makes them. */
export interface DemoLines extends Pick<DemoFile, 'point' | 'name' | 'header'> {
  lines: string[]
}

/** What the demo's files have from a local date on up to a moment, without their headers. */
export async function demoLines(
  demo: DemoWriter,
  { from, until, zone, pace }: { from: Date; until: Date; zone: string; pace: number }
): Promise<DemoLines[]> {
  const date = DateTime.fromJSDate(from, { zone }).toISODate()!
  const found: DemoLines[] = []
  for await (const { body, ...file } of demo({ from: date, until, zone, pace }).files) {
    const whole = await text(body)
    const lines = whole.split('\n').filter((line) => line !== '' && line !== file.header)
    found.push({ ...file, lines })
  }
  return found
}

/** The file that lines of a moment are added to: one a month, so that none grows without end. */
export function grownName({ name }: Pick<DemoFile, 'name'>, now: Date, zone: string): string {
  const month = DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM')
  return name.includes(month) ? name : `${month}-${name}`
}
