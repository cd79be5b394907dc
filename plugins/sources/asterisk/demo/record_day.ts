import { DateTime } from 'luxon'
import { chanceOf, type Chance } from './chance.js'
import type { DayPlan } from './day_plan.js'
import type { DayLine } from './queue_day.js'
import { outsideNumbers, people, type Person } from './site.js'

const share = 0.45
const hour = 3600

/** The call records of one day: calls in and out of the twelve extensions, beside the queues. `at` is when the call ended. */
export function recordDay(plan: DayPlan, zone: string): DayLine[] {
  if (plan.closes === plan.opens) return []
  const chance = chanceOf(`records ${plan.date}`)
  const count = Math.round(plan.calls.length * share)
  return Array.from({ length: count }, (_, index) => records(plan, zone, chance, index))
    .flat()
    .sort((a, b) => a.at - b.at)
}

interface Call {
  start: number
  ring: number
  talk: number
  disposition: string
  src: string
  dst: string
  context: string
  clid: string
  from: string
  to: string
  uniqueid: string
}

function records(plan: DayPlan, zone: string, chance: Chance, index: number): DayLine[] {
  const start = chance.between(plan.opens - hour / 2, plan.closes + hour / 2)
  const uniqueid = `${plan.midnight + start}.${100_000 + index * 4}`
  const way = chance.next()
  const [disposition, talk] = result(chance)
  const ring = disposition === 'NO ANSWER' ? chance.between(12, 25) : chance.between(2, 14)
  const common = { start, ring, talk, disposition, uniqueid }
  const own = chance.pick(people)
  const suffix = (index * 2).toString(16).padStart(8, '0')
  const channel = (person: Person) => `PJSIP/${person.extension}-${suffix}`
  const outside = chance.pick(outsideNumbers)
  const trunk = `PJSIP/telia-${suffix}`
  const write = (call: Call) => [line(plan, zone, call, index * 2)]

  if (way < 0.35) {
    const ids = { src: own.extension, dst: outside, context: 'from-internal', clid: named(own) }
    return write({ ...common, ...ids, from: channel(own), to: trunk })
  }
  if (way < 0.55) {
    const other = chance.pick(people.filter((person) => person !== own))
    const ids = {
      src: own.extension,
      dst: other.extension,
      context: 'from-internal',
      clid: named(own),
    }
    return write({ ...common, ...ids, from: channel(own), to: channel(other) })
  }
  const clid = `""${outside}"" <${outside}>`
  const ids = { src: outside, dst: own.extension, context: 'from-trunk', clid }
  const call = { ...common, ...ids, from: trunk, to: channel(own) }
  if (disposition !== 'NO ANSWER' || chance.happens(0.5)) return write(call)
  const voicemail = chance.between(6, 50)
  const after = {
    ...call,
    start: start + ring,
    ring: 0,
    talk: voicemail,
    disposition: 'ANSWERED',
    to: '',
  }
  return [line(plan, zone, call, index * 2), line(plan, zone, after, index * 2 + 1)]
}

const named = (person: Person) => `""${person.name}"" <${person.extension}>`

function result(chance: Chance): [disposition: string, talk: number] {
  const way = chance.next()
  if (way < 0.74) return ['ANSWERED', 8 + Math.round(chance.exponential(170))]
  if (way < 0.91) return ['NO ANSWER', 0]
  return way < 0.98 ? ['BUSY', 0] : ['CONGESTION', 0]
}

/** In the layout of cdr_csv with all its columns. */
function line(plan: DayPlan, zone: string, call: Call, sequence: number): DayLine {
  const answered = call.disposition === 'ANSWERED'
  const end = call.start + call.ring + call.talk
  const clock = (second: number) =>
    DateTime.fromSeconds(plan.midnight + second, { zone }).toFormat('yyyy-MM-dd HH:mm:ss')
  const application = call.to
    ? `Dial","${call.to.split('-')[0]},25`
    : `VoiceMail","${call.dst}@default`
  const text = [
    '""',
    quoted(call.src),
    quoted(call.dst),
    quoted(call.context),
    quoted(call.clid),
    quoted(call.from),
    quoted(call.to),
    quoted(application),
    quoted(clock(call.start)),
    quoted(answered ? clock(call.start + call.ring) : ''),
    quoted(clock(end)),
    end - call.start,
    call.talk,
    quoted(call.disposition),
    quoted('DOCUMENTATION'),
    quoted(call.uniqueid),
    '""',
    '""',
    quoted(call.uniqueid),
    sequence,
  ].join(',')
  return { at: end, text }
}

const quoted = (text: string) => `"${text}"`
