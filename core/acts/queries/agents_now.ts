import db from '@adonisjs/lucid/services/db'
import type { AgentInQueue, AgentNow, AgentObject } from '#core/contracts/agent_tools'
import { whoIn } from '#core/acts/person_now'
import { liveStore, type LiveValue } from '#core/live/live_store'
import { registry } from '#core/plugins/registry'

interface NamedQueue {
  point_id: number
  object_type: string
  identifier: string
  name: string
}

/** What the platforms tell of agents now, in the order in which they are asked for. */
export async function agentsNow(
  customerId: number,
  agents: readonly AgentObject[]
): Promise<AgentNow[]> {
  if (agents.length === 0) return []
  const points = [...new Set(agents.map(({ pointId }) => pointId))]
  const named = (await db
    .from('measurement_objects')
    .where('customer_id', customerId)
    .whereIn('point_id', points)
    .whereNull('disabled_at')
    .whereNull('removed_at')
    .orderBy('name')
    .select('point_id', 'object_type', 'identifier', 'name')) as NamedQueue[]
  const now = Date.now()
  const queuesOf = new Map(
    points.map((point) => [point, queuesAt(named, point, sourceOf(agents, point))])
  )
  return agents.map((agent) => agentNow(agent, queuesOf.get(agent.pointId)!, now))
}

const sourceOf = (agents: readonly AgentObject[], point: number) =>
  agents.find(({ pointId }) => pointId === point)!.source

/** All queues of a point: those that are known by name, and those that the platform tells of. */
function queuesAt(named: readonly NamedQueue[], point: number, source: string) {
  const type = queueType(source)
  const told = liveStore.of(point, type)
  const known = new Map(
    named
      .filter((one) => Number(one.point_id) === point && one.object_type === type)
      .map(({ identifier, name }) => [identifier, name])
  )
  const all = [...new Set([...known.keys(), ...told.keys()])]
  return all.map((queue) => ({ queue, name: known.get(queue) ?? queue, told: told.get(queue) }))
}

const queueType = (source: string) =>
  registry()
    .platforms()
    .find(({ key }) => key === source)?.acts?.queue ?? 'queue'

function agentNow(
  { id, pointId, objectType, identifier }: AgentObject,
  queues: readonly { queue: string; name: string; told: LiveValue | undefined }[],
  now: number
): AgentNow {
  const self = liveStore.get(pointId, objectType, identifier)
  const heard = [self, ...queues.map(({ told }) => told)].flatMap((one) => one ?? [])
  const isKnown = heard.some(({ until }) => until >= now)
  const values = self && self.until >= now ? self.values : {}
  const text = (figure: string) => {
    const value = values[figure]
    return typeof value === 'string' ? value : null
  }
  const inQueues = queues.map((one) => inQueue(one, identifier, now))
  const isOn = inQueues.some((one) => one.isOn)
  const last = Math.max(...heard.map(({ at }) => at))
  return {
    id,
    isKnown,
    asOf: heard.length > 0 ? new Date(last).toISOString() : null,
    state: text('state') ?? (isKnown && !isOn ? 'loggedOff' : null),
    stateSince: text('stateSince'),
    pauseReason: text('pauseReason'),
    loggedOnSince: text('loggedOnSince'),
    queues: inQueues,
  }
}

function inQueue(
  { queue, name, told }: { queue: string; name: string; told: LiveValue | undefined },
  identifier: string,
  now: number
): AgentInQueue {
  const values = told && told.until >= now ? told.values : undefined
  const { waiting, longestWaitSince, agentsReady } = values ?? {}
  const ready = typeof agentsReady === 'object' && agentsReady ? agentsReady.length : agentsReady
  return {
    queue,
    name,
    isOn: whoIn(values, 'agentsLoggedOn').includes(identifier),
    isPaused: whoIn(values, 'agentsPaused').includes(identifier),
    waiting: typeof waiting === 'number' ? waiting : null,
    longestWaitSince: typeof longestWaitSince === 'string' ? longestWaitSince : null,
    ready: typeof ready === 'number' ? ready : null,
  }
}
