import { wallClock, type Chance, type DemoDay } from '#core/contracts/demo'
import type { Json } from '#core/contracts/scalar'
import { agents, callers, queues } from './cast.js'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

type Values = Record<string, Json>

/** What the platform would answer about a working day that has passed. */
export interface DayRows {
  activitiesCall: Values[]
  activities: Values[]
  /** Who is logged on, at some moments of the day. */
  snapshots: { asked: string; sessions: Values[] }[]
}

/** The day's calls and activities, and its agents as they would be seen now and then. */
export function dayRows(day: DemoDay, chance: Chance, passed: number): DayRows {
  const calls = Math.round(chance.between(7, 12) * (day.month === 7 ? 0.6 : 1))
  const before = (row: { at: number }) => row.at <= passed
  const made = Array.from({ length: calls }, (_, index) => callRow(day, chance, index))
  const written = Array.from({ length: Math.round(calls * 0.6) }, (_, index) =>
    messageRow(day, chance, index)
  )
  return {
    activitiesCall: made.filter(before).map(({ call }) => call),
    activities: [...made.flatMap(({ activity }) => activity ?? []), ...written]
      .filter(before)
      .map(({ values }) => values),
    snapshots: snapshots(day, chance).filter(before),
  }
}

function callRow(day: DemoDay, chance: Chance, index: number) {
  const at = chance.between(8, 16.6) * hour
  const queue = chance.one(queues)
  const agent = chance.one(agents)
  const outgoing = chance.happens(0.22)
  const cause = chance.weighted({ '': 82, 'abandon': 9, 'exitwithtimeout': 4, 'exitwithkey': 3 })
  const answered = outgoing ? chance.happens(0.75) : cause === ''
  const waited = outgoing ? 0 : Math.floor(2 + chance.exponential(queue.wait))
  const talked = answered ? Math.floor(15 + chance.exponential(queue.talk)) : 0
  const id = `${day.date}.${index}`
  const missed = !answered && !outgoing
  const call = {
    id_call: id,
    call_time: clock(day, at),
    direction: outgoing ? 'out' : 'in',
    answered,
    id_queue: reference(queue),
    id_agent: answered || outgoing ? reference(agent) : null,
    clid: chance.one(callers),
    did: '+46846500600',
    waiting_time: waited,
    ringing_time: Math.floor(chance.between(2, 14)),
    hold_time: answered && chance.happens(0.2) ? Math.floor(talked * 0.15) : 0,
    duration: talked,
    disposition_cause: answered ? chance.weighted({ caller: 6, agent: 3, transfer: 1 }) : '',
    disconnection_cause: outgoing && !answered ? 'noanswer' : cause,
    pressed_key: cause === 'exitwithkey' ? '1' : null,
    missed_call: missed ? (chance.happens(0.6) ? 0 : 1) : null,
    attempts: chance.happens(0.15) ? 1 : 0,
  }
  const opened = at + waited * second
  const closed = opened + talked * second
  const values = {
    name: `activities_${id}`,
    type: 'CALL',
    action: 'CLOSE',
    queue: reference(queue),
    user: reference(agent),
    time: clock(day, at),
    time_open: clock(day, opened),
    time_close: clock(day, closed),
    baw: 0,
    aaw: Math.floor(chance.exponential(35)),
    duration: talked,
  }
  return { at: closed, call, activity: answered ? { at: closed, values } : null }
}

function messageRow(day: DemoDay, chance: Chance, index: number) {
  const at = chance.between(7, 16) * hour
  const type = chance.weighted({ EMAIL: 6, CHAT: 3, WAP: 1 })
  const opened = at + chance.exponential(type === 'EMAIL' ? 2 * hour : 40 * second)
  const closed = opened + (60 + chance.exponential(300)) * second
  const values = {
    name: `activities_${day.date}_${index}`,
    type,
    action: 'CLOSE',
    queue: reference(chance.one(queues)),
    user: reference(chance.one(agents)),
    time: clock(day, at),
    time_open: clock(day, opened),
    time_close: clock(day, closed),
    baw: Math.floor(chance.exponential(20)),
    aaw: Math.floor(chance.exponential(45)),
    duration: Math.floor((closed - opened) / second),
  }
  return { at: closed, values }
}

/** In the morning, at lunch, in the afternoon, at the end of the day, and in the evening when nobody is there. */
function snapshots(day: DemoDay, chance: Chance) {
  const work = agents.filter(() => chance.happens(0.93))
  const came = work.map(() => chance.between(7.8, 8.1) * hour)
  const lunch = chance.between(11.5, 12) * hour
  const back = lunch + chance.between(35, 55) * minute
  const sessions = (paused: boolean, state: (index: number) => number) =>
    work.map((agent, index) => ({
      id_agent: reference(agent),
      state: paused ? 'Paused' : 'Idle',
      logintime: clock(day, came[index]!),
      statetime: clock(day, state(index)),
      id_pause: paused ? { name: 'pauses_1', title: 'Lunch' } : null,
    }))
  const at = (moment: number, all: Values[]) => ({
    at: moment,
    asked: new Date(day.midnight + moment).toISOString(),
    sessions: all,
  })
  return [
    at(
      8.5 * hour,
      sessions(false, (index) => came[index]!)
    ),
    at(
      lunch + 10 * minute,
      sessions(true, () => lunch)
    ),
    at(
      back + 10 * minute,
      sessions(false, () => back)
    ),
    at(
      chance.between(16.6, 17) * hour,
      sessions(false, () => back)
    ),
    at(19 * hour, []),
  ]
}

const reference = ({ name, title }: { name: string; title: string }) => ({ name, title })
const clock = (day: DemoDay, moment: number) => wallClock(day, moment).replace('T', ' ')
