import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds: how long a press took to be told by the exchange, sorted, and how long all took who began at once. */
export interface Acted {
  presses: number[]
  atOnce: number
  confirmed: number
}

const PRESSES = 100
const QUEUE = 'support'

/** Agents who log on at the same moment, then one who pauses and is ready again, over an exchange on this machine. */
export async function actAtOnce(count: number): Promise<Acted> {
  const { default: encryption } = await import('@adonisjs/core/services/encryption')
  const { askAct } = await import('#core/acts/actions/ask_act')
  const { linkAgent } = await import('#core/acts/actions/link_agent')
  const { listActs } = await import('#core/acts/act_rows')
  const { agentObjects } = await import('#core/acts/agent_objects')
  const { ensurePoint } = await import('#core/collection/ensure_point')
  const { createCustomer } = await import('#core/customers/actions/create_customer')
  const { liveStore } = await import('#core/live/live_store')
  const { upsertObjects } = await import('#core/measurement_objects/actions/upsert_objects')
  const { default: MeasurementObject } =
    await import('#core/measurement_objects/models/measurement_object')
  const { createUser } = await import('#core/users/actions/create_user')
  const { Exchange } = await import('#plugins/sources/asterisk/demo/manager/exchange')
  const { ManagerServer } = await import('#plugins/sources/asterisk/demo/manager/manager_server')

  const exchange = new Exchange(Math.floor(Date.now() / 1000), false).open(QUEUE)
  const manager = new ManagerServer(exchange, 'secret')
  const server = createServer({ noDelay: true }, (socket) => manager.connected(socket))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const slug = 'bench-agents'
  const base = { slug, name: slug, zone: 'UTC', edition: 'extended' as const }
  const customer = await createCustomer({ ...base, plugins: ['asterisk'] })
  const place = { customerId: customer.id, source: 'asterisk', name: 'pbx', zone: 'UTC' }
  const point = await ensurePoint(place)
  const names = Array.from({ length: count }, (_, n) => `agent-${n + 1}`)
  await upsertObjects({
    ...{ customerId: customer.id, pointId: point.id },
    objects: [
      { objectType: 'queue', identifier: QUEUE, name: QUEUE },
      ...names.map((name) => ({ objectType: 'agent', identifier: name, name })),
    ],
  })
  const secret = encryption.encrypt('secret')
  const { port } = server.address() as AddressInfo
  const settings = {
    ...{ manager: `127.0.0.1:${port}`, managerUser: 'stat', managerSecret: secret },
    ...{ actUser: 'desk', actSecret: secret },
  }
  await point.merge({ settings }).save()
  const person = { customer: slug, email: 'agents@bench.example', name: 'Agents' }
  const rights = { administrator: false, seesEverything: false }
  const { user } = await createUser({ ...person, ...rights, password: 'long enough a password' })
  const objects = await MeasurementObject.query().where({ pointId: point.id, objectType: 'agent' })
  for (const { id, identifier } of objects) {
    const link = { userId: user.id, objectId: id, device: `SIP/${identifier}` }
    await linkAgent(customer.id, link)
  }
  while (!liveStore.has(point.id)) await pause(100)

  const agents = await agentObjects(customer.id)
  const wish = { byUserId: user.id, byKind: 'self' as const }
  const began = performance.now()
  await Promise.all(
    agents.map((agent) =>
      askAct(customer.id, agent, {
        ...{ ...wish, key: `morning-${agent.id}`, name: 'logOn' as const },
        queues: [{ queue: QUEUE }],
      })
    )
  )
  let acts = await listActs(customer.id, new Date(0))
  while (acts.some(({ endedAt }) => endedAt === null)) {
    await pause(50)
    acts = await listActs(customer.id, new Date(0))
  }
  const atOnce = performance.now() - began
  const confirmed = acts.filter(({ state }) => state === 'confirmed').length

  const [agent] = agents
  const isPaused = () => {
    const paused = liveStore.get(point.id, 'queue', QUEUE)?.values.agentsPaused
    return Array.isArray(paused) && paused.includes(agent!.identifier)
  }
  const presses: number[] = []
  for (let press = 0; press < PRESSES; press += 1) {
    const name = press % 2 === 0 ? 'pause' : 'resume'
    const pressed = performance.now()
    await askAct(customer.id, agent!, { ...wish, key: `press-${press}`, name })
    while (isPaused() !== (name === 'pause')) await pause(2)
    presses.push(performance.now() - pressed)
    await pause(150)
  }
  server.close()
  return { presses: presses.sort((a, b) => a - b), atOnce, confirmed }
}
