import { wallClock, type Chance, type DemoDay } from '#core/contracts/demo'
import type { Medium } from '../media.js'
import { columns } from '../record_file/columns.js'
import { agents, callers, questions, services, type DemoService } from './cast.js'

const second = 1000
const hour = 60 * 60 * second

/** A record, and when the platform writes it: when the contact has been handled. */
export interface WrittenRecord {
  at: number
  line: string
}

/** The contacts that were queued on a working day. E-mail is handled hours or days later. */
export function dayContacts(day: DemoDay, chance: Chance): WrittenRecord[] {
  const count = Math.round(chance.between(7, 12) * (day.month === 7 ? 0.6 : 1))
  return Array.from({ length: count }, (_, index) =>
    contact(day, chance, `${day.date.replaceAll('-', '')}-${index + 1}`)
  )
}

function contact(day: DemoDay, chance: Chance, id: string): WrittenRecord {
  const service = chance.one(services)
  const medium = chance.weighted(service.media as Record<Medium, number>)
  const queued = chance.between(8.05, 16.6) * hour
  const callback = medium === 'voice' && chance.happens(0.09)
  const result =
    medium === 'email'
      ? 'answered'
      : chance.weighted({ answered: 85, unanswered: 9, choice: 4, closed: 2 })
  const wait = result === 'closed' ? 0 : waitOf(medium, chance) * second
  const ended =
    queued + wait + (result === 'answered' ? (40 + chance.exponential(service.talk)) * second : 0)
  const agent = chance.one(agents)
  const cells: Partial<Record<(typeof columns)[number], string>> = {
    contact: id,
    serviceId: service.id,
    media: medium,
    queuedAt: wallClock(day, queued),
    endedAt: wallClock(day, ended),
    caller: medium === 'voice' ? chance.one(callers) : '',
    result,
    callback: callback ? 'true' : '',
    ...(result === 'answered' && {
      answeredAt: wallClock(day, queued + wait),
      agent: agent.id,
      markings: markings(service, chance),
      survey: chance.happens(0.18) ? survey(chance) : '',
    }),
  }
  const line = `${columns.map((column) => cells[column] ?? '').join(';')}\n`
  return { at: day.midnight + ended, line }
}

const waitOf = (medium: Medium, chance: Chance) =>
  medium === 'email'
    ? chance.exponential(22 * 3600)
    : 3 + chance.exponential(medium === 'chat' ? 25 : 34)

function markings({ markings: weights }: DemoService, chance: Chance): string {
  const first = chance.weighted(weights)
  const other = chance.happens(0.15) ? chance.weighted(weights) : first
  if (chance.happens(0.1)) return ''
  return first === other ? first : `${first}|${other}`
}

const survey = (chance: Chance) =>
  questions
    .map((question) => {
      const score = chance.weighted({ 1: 2, 2: 3, 3: 10, 4: 35, 5: 50, none: 20 })
      return `${question}=${score === 'none' ? '' : score}`
    })
    .join('|')
