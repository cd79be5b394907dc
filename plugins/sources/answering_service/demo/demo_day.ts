import { wallClock, type Chance, type DemoDay } from '#core/contracts/demo'
import { columns } from '../records/columns.js'

export const services = [
  { id: '+46846500710', name: 'Huvudnummer (svarsservice)' },
  { id: '+46846500720', name: 'Jour (svarsservice)' },
] as const
export const agents = [
  { id: 'maja', name: 'Maja (svarsservice)' },
  { id: 'olle', name: 'Olle (svarsservice)' },
] as const
export const persons = [
  { id: 'anna.hansson@nordvik.example', name: 'Anna Hansson' },
  { id: 'erik.svensson@nordvik.example', name: 'Erik Svensson' },
] as const

const subjects = {
  'Ring upp': ['Vill bli uppringd om en order', 'Frågar efter offert'],
  'Felanmälan': ['Porten går inte att stänga', 'Kylen larmar'],
  'Meddelande': ['Hälsar att mötet är flyttat', 'Leverans kommer i morgon'],
} as const

const second = 1000
const minute = 60 * second
const hour = 60 * minute

type Cells = Partial<Record<(typeof columns)[number], string>>

/** The lines of a working day as they stand when so much of it has passed. */
export function demoDayLines(day: DemoDay, chance: Chance, passed: number): string[] {
  const count = Math.round(chance.between(6, 10) * (day.month === 7 ? 1.3 : 1))
  const lines: { at: number; cells: Cells }[] = []
  for (let index = 1; index <= count; index++) {
    const at = chance.between(7.5, 17.5) * hour
    lines.push(...callLines(day, chance, at, `${day.date.replaceAll('-', '')}-${index}`, passed))
  }
  return lines
    .filter((line) => line.at <= passed)
    .sort((a, b) => a.at - b.at)
    .map(({ cells }) => columns.map((column) => cells[column] ?? '').join(';'))
}

function callLines(day: DemoDay, chance: Chance, at: number, id: string, passed: number) {
  const clock = (moment: number) => wallClock(day, moment)
  const service = chance.one(services)
  const wait = (2 + chance.exponential(7)) * second
  const lost = chance.happens(wait > 12 * second ? 0.12 : 0.02)
  const ended = at + wait + (lost ? 0 : (20 + chance.exponential(75)) * second)
  const hasErrand = !lost && chance.happens(0.5)
  const caller = `+4640628042${String(chance.whole(0, 59)).padStart(2, '0')}`
  const about = { service: service.id, errand: hasErrand ? `E${id}` : '' }
  const call: Cells = {
    ...about,
    recordType: 'call',
    recordId: `C${id}`,
    at: clock(at),
    answeredAt: lost ? '' : clock(at + wait),
    endedAt: clock(ended),
    agent: lost ? '' : chance.one(agents).id,
    caller,
    result: lost ? 'lost' : 'answered',
  }
  const lines = [{ at: ended, cells: call }]
  if (!hasErrand) return lines
  const category = chance.one(Object.keys(subjects) as (keyof typeof subjects)[])
  const person = chance.one(persons).id
  const delivered = ended + (1 + chance.exponential(4)) * minute
  const closed = delivered + chance.exponential(7) * hour
  // Drawn whether or not it has come to that, so that what follows is the same at any time of the day.
  const way = chance.weighted({ email: 6, sms: 3, phone: 1 })
  const errand: Cells = {
    ...about,
    recordType: 'errand',
    at: clock(ended),
    category,
    subject: chance.one(subjects[category]),
    caller,
    person,
    deliveredAt: delivered <= passed ? clock(delivered) : '',
    deliveredBy: delivered <= passed ? way : '',
    closedAt: closed <= passed ? clock(closed) : '',
  }
  lines.push({ at: ended, cells: errand })
  const comment = (moment: number, cells: Cells, number: number) =>
    lines.push({
      at: moment,
      cells: {
        ...about,
        recordType: 'comment',
        recordId: `K${id}-${number}`,
        at: clock(moment),
        person,
        ...cells,
      },
    })
  const said = { author: 'Anna Hansson', fromCustomer: 'true', text: 'Tack, jag ringer upp.' }
  const internal = { author: 'Maja', internal: 'true', text: 'Kunden var upprörd, ring snart.' }
  if (chance.happens(0.4)) comment(delivered + 20 * minute, said, 1)
  if (chance.happens(0.3)) comment(ended + minute, internal, 2)
  return lines
}
