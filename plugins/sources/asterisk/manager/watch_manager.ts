import type { CollectionPoint, Tools } from '#core/contracts/collector'
import type { LiveChange } from '#core/contracts/live'
import { ManagerSession } from './manager_session.js'
import { QueueState } from './queue_state.js'

/** Told together, so that a storm of events is not one change each. */
const GATHERED_MS = 100
const PING_EVERY_MS = 15_000
/** A reload or a restart of the queues is told by no event. */
const LIST_EVERY_MS = 5 * 60_000
const LIST_AGAIN_MS = 10_000
const GOOD_FOR_SECONDS = 45
const DEFAULT_PORT = { plain: 5038, secure: 5039 }

/** Where the manager interface is and who signs in; undefined where the point has none. */
export function managerOf({ settings }: Pick<CollectionPoint, 'settings'>) {
  const text = (name: string) => (typeof settings[name] === 'string' ? settings[name].trim() : '')
  const address = text('manager')
  if (!address) return undefined
  const tls = settings.managerTls === true
  const [, bracketed, plain, port] =
    /^(?:\[([\da-f:.]+)\]|([^:\s/]+))(?::(\d{1,5}))?$/i.exec(address) ?? []
  const host = bracketed ?? plain
  if (!host) {
    throw new Error(
      `The manager interface "${address}" must be a host, or host:port, such as pbx.example:5038.`
    )
  }
  return {
    host,
    port: port ? Number(port) : tls ? DEFAULT_PORT.secure : DEFAULT_PORT.plain,
    tls,
    user: text('managerUser'),
    secret: text('managerSecret'),
    wrapUpSeconds: wrapUps(settings.wrapUpSeconds),
  }
}

type Manager = NonNullable<ReturnType<typeof managerOf>>

function wrapUps(map: unknown): (queue: string) => number {
  const known = new Map(
    typeof map === 'object' && map !== null
      ? Object.entries(map).map(([queue, seconds]) => [queue, Number(seconds) || 0])
      : []
  )
  return (queue) => known.get(queue) ?? 0
}

/** Connects and signs in, asks for one list, and leaves. Throws what an administrator can mend. */
export async function tryManager(tools: Tools, manager: Manager): Promise<void> {
  const session = new ManagerSession(await tools.connect(manager), () => undefined)
  try {
    await session.signIn(manager)
    await session.ask({ Action: 'QueueStatus' })
  } finally {
    session.close()
  }
}

/**
 * What the queues and agents of an Asterisk are now, whole each time: at first, after events, and every
 * few seconds as long as the connection lives. Throws when it does not live any more.
 */
export async function* watchManager(
  tools: Tools,
  manager: Manager,
  signal: AbortSignal
): AsyncGenerator<LiveChange> {
  const state = new QueueState(manager.wrapUpSeconds)
  const wake = new Wake()
  let listedAt = 0
  let isListed = false
  let wantsList = true
  const now = () => tools.now().getTime()
  const session = new ManagerSession(await tools.connect(manager), (message) => {
    const event = message.get('event')?.toLowerCase()
    if (event === 'fullybooted' || event === 'shutdown') wantsList = true
    if (event === 'queuestatuscomplete') isListed = true
    if (state.take(message, now())) wake.up()
    if (isListed && state.disagrees(message)) wantsList = true
  })
  const stop = () => session.close()
  signal.addEventListener('abort', stop, { once: true })
  let pingedAt = now()
  try {
    await session.signIn(manager)
    while (!signal.aborted) {
      const at = now()
      const isDue = at - listedAt > LIST_EVERY_MS || (wantsList && at - listedAt > LIST_AGAIN_MS)
      if (isDue) {
        listedAt = at
        wantsList = false
        state.beginList()
        await session.ask({ Action: 'QueueStatus' })
      } else if (at - pingedAt > PING_EVERY_MS) {
        pingedAt = at
        await session.ask({ Action: 'Ping' }, 'ping')
      }
      const isChanged = await Promise.race([wake.wait(PING_EVERY_MS), session.over])
      if (isChanged) await Promise.race([pauseFor(GATHERED_MS), session.over])
      wake.sleep()
      if (isListed && !signal.aborted) yield changeAt(state, new Date(now()))
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
    session.close()
  }
}

const changeAt = (state: QueueState, at: Date): LiveChange => ({
  at,
  goodFor: GOOD_FOR_SECONDS,
  whole: true,
  objects: state.objects(at.getTime()),
})

const pauseFor = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Lets a loop sleep until something happens. */
class Wake {
  #isAwake = false
  #wake: (() => void) | undefined

  up(): void {
    this.#isAwake = true
    this.#wake?.()
  }

  sleep(): void {
    this.#isAwake = false
  }

  /** Whether something has happened within the time. */
  wait(longest: number): Promise<boolean> {
    if (this.#isAwake) return Promise.resolve(true)
    return new Promise((resolve) => {
      // A server that stops does not wait for it.
      const timer = setTimeout(() => resolve(this.#isAwake), longest).unref()
      this.#wake = () => {
        clearTimeout(timer)
        resolve(true)
      }
    })
  }
}
