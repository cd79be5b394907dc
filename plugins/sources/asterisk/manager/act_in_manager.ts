import { type Act, NotDone, type NotDoneCode, type PersonNow } from '#core/contracts/act'
import type { CollectionPoint, Tools } from '#core/contracts/collector'
import { interfaceName } from '../queue_log/interface_name.js'
import { ManagerSession } from './manager_session.js'
import type { Message } from './message_reader.js'
import { managerOf } from './watch_manager.js'

/** A place of a person in a queue, as the exchange lists it. */
interface Place {
  queue: string
  device: string
  paused: boolean
  reason: string
}

/** The account that acts: its own, which may not read what it need not. */
function deskOf(point: CollectionPoint) {
  const manager = managerOf(point)
  const { actUser, actSecret } = point.settings
  if (!manager || typeof actUser !== 'string' || typeof actSecret !== 'string') {
    throw new NotDone('refused', 'rights', 'The manager interface has no account that may act.')
  }
  return { ...manager, user: actUser, secret: actSecret }
}

/**
 * Does something for an agent of an Asterisk. How it is now is read first: a pause that is paused again moves
 * the time of the pause, and would be counted twice.
 */
export async function actInManager(
  tools: Tools,
  point: CollectionPoint,
  act: Act,
  signal: AbortSignal
): Promise<'done' | 'already'> {
  return withDesk(tools, point, signal, async (session, places) => {
    const all = await placesOf(places, act.person.identifier)
    const about = act.queue === undefined ? all : all.filter(({ queue }) => queue === act.queue)
    switch (act.name) {
      case 'logOn':
        return about.length > 0 ? 'already' : logOn(session, act, all)
      case 'logOff':
        return each(about, (place) => logOff(session, place, act))
      case 'pause':
        if (about.length === 0) throw new NotDone('refused', 'noPerson', notLoggedOn)
        return each(
          about.filter(({ paused, reason }) => !paused || reason !== (act.reason ?? '')),
          (place) => pause(session, place, true, act.reason)
        )
      case 'resume':
        return each(
          about.filter(({ paused }) => paused),
          (place) => pause(session, place, false)
        )
    }
  })
}

/** How an agent stands in the queues, as the exchange lists it. */
export async function heldByManager(
  tools: Tools,
  point: CollectionPoint,
  identifier: string,
  signal: AbortSignal
): Promise<PersonNow> {
  const places = await withDesk(tools, point, signal, (_, all) => placesOf(all, identifier))
  return { queues: places.map(({ queue, paused, reason }) => ({ queue, paused, reason })) }
}

async function logOn(session: ManagerSession, act: Act, all: readonly Place[]) {
  const { identifier } = act.person
  const own = identifier.includes('/') ? identifier : undefined
  const [device = all[0]?.device ?? own, hint] = (act.device ?? '').split(/\s+/).filter(Boolean)
  if (!device) {
    const message = `Nobody has said which telephone "${identifier}" is called at.`
    throw new NotDone('refused', 'device', message)
  }
  return asked(session, {
    Action: 'QueueAdd',
    Queue: act.queue ?? '',
    Interface: device,
    ...(!own && { MemberName: identifier }),
    ...(hint && { StateInterface: hint }),
    ...(act.penalty !== undefined && { Penalty: String(act.penalty) }),
  })
}

/** Who is a fixed member of a queue cannot be taken off it: they are paused instead. */
async function logOff(session: ManagerSession, place: Place, act: Act) {
  const { queue, device } = place
  try {
    return await asked(session, { Action: 'QueueRemove', Queue: queue, Interface: device })
  } catch (error) {
    if (!(error instanceof NotDone) || error.code !== 'static') throw error
    if (!place.paused) await pause(session, place, true, act.reason)
    throw error
  }
}

const pause = (session: ManagerSession, { queue, device }: Place, paused: boolean, reason = '') =>
  asked(session, {
    Action: 'QueuePause',
    Queue: queue,
    Interface: device,
    Paused: String(paused),
    ...(reason && { Reason: reason }),
  })

async function each(
  places: readonly Place[],
  work: (place: Place) => Promise<'done' | 'already'>
): Promise<'done' | 'already'> {
  let outcome: 'done' | 'already' = 'already'
  for (const place of places) if ((await work(place)) === 'done') outcome = 'done'
  return outcome
}

async function asked(session: ManagerSession, action: Record<string, string>) {
  try {
    await session.ask(action)
    return 'done' as const
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    if (/already there|not there/i.test(said)) return 'already' as const
    throw notDone(said)
  }
}

/** What the exchange says where it does not do something. */
const refusals: readonly [RegExp, NotDoneCode][] = [
  [/no such queue/i, 'noQueue'],
  [/not dynamic/i, 'static'],
  [/permission denied|does not let/i, 'rights'],
  [/interface not found|not logged in/i, 'noPerson'],
]

function notDone(said: string): NotDone {
  const code = refusals.find(([words]) => words.test(said))?.[1]
  if (code) return new NotDone('refused', code, said)
  return new NotDone('unknown', 'unreachable', said)
}

const notLoggedOn = 'The agent is not logged on to the queue.'

async function placesOf(
  listed: Promise<readonly (Place & { name: string })[]>,
  identifier: string
): Promise<Place[]> {
  const all = await listed
  return all.filter(({ name }) => name.toLowerCase() === identifier.toLowerCase())
}

/** Signs the account in, and hands what all queues hold along. */
async function withDesk<T>(
  tools: Tools,
  point: CollectionPoint,
  signal: AbortSignal,
  work: (session: ManagerSession, places: Promise<(Place & { name: string })[]>) => Promise<T>
): Promise<T> {
  const desk = deskOf(point)
  const places: (Place & { name: string })[] = []
  const listed = Promise.withResolvers<void>()
  const socket = await tools.connect(desk).catch((error: Error) => {
    throw new NotDone('temporary', 'unreachable', error.message)
  })
  const session = new ManagerSession(socket, (message) => {
    const event = message.get('event')?.toLowerCase()
    if (event === 'queuemember') places.push(placeOf(message))
    if (event === 'queuestatuscomplete') listed.resolve()
  })
  const stop = () => session.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    await session.signIn(desk, 'off').catch((error: Error) => {
      throw notDone(error.message)
    })
    const list = session
      .ask({ Action: 'QueueStatus' })
      .then(() => Promise.race([listed.promise, session.over]))
      .then(() => places)
    list.catch(() => undefined)
    return await work(session, list)
  } finally {
    signal.removeEventListener('abort', stop)
    session.close()
  }
}

function placeOf(message: Message): Place & { name: string } {
  const device = message.get('location') ?? message.get('interface') ?? ''
  return {
    name: interfaceName(message.get('name') ?? message.get('membername') ?? device),
    queue: message.get('queue') ?? '',
    device,
    paused: message.get('paused') === '1',
    reason: message.get('pausedreason') ?? '',
  }
}
