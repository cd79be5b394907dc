import { once } from 'node:events'
import { Duplex } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import type { LiveChange } from '#core/contracts/live'
import { AsteriskCollector } from '../collector.js'
import { demoManager } from '../demo/manager/demo_manager.js'
import { writeDemo } from '../demo/write_demo.js'
import { Known } from './known.js'

const zone = 'Europe/Stockholm'
const secret = 'of the demo'

/** Two ends of a connection: what is written at one is read at the other. */
function connection(): [Duplex, Duplex] {
  const end = (other: () => Duplex) =>
    new Duplex({
      read: () => undefined,
      write: (bytes: Buffer, _, done) => {
        other().push(bytes)
        done()
      },
    })
  const ends: [Duplex, Duplex] = [end(() => ends[1]), end(() => ends[0])]
  return ends
}

/** What is told on a new connection at a moment. */
async function toldAt(now: Date, pace: number): Promise<LiveChange> {
  const platform = demoManager({ zone, pace, secret })
  platform.goOn(now)
  const tools = {
    fetch,
    connect: async () => {
      const [ours, theirs] = connection()
      platform.connected(theirs)
      return ours
    },
    now: () => now,
    log: () => undefined,
  }
  const settings = platform.settings({ address: 'demo.example:5038', secret })
  const stop = new AbortController()
  const point = { id: 1, customerId: 1, zone, settings }
  for await (const change of new AsteriskCollector(tools).watch(point, stop.signal)!) {
    stop.abort()
    return change
  }
  throw new Error('Nothing was told.')
}

/** What the demo's queue_log has of a queue at the same moment. */
async function logged(until: Date, pace: number, queue: string) {
  const known = new Known()
  for await (const { name, body } of writeDemo({ from: '2026-03-10', until, zone, pace }).files) {
    if (name.startsWith('queue_log')) await known.read(await text(body), { name })
  }
  const agents = (state: string) =>
    known
      .of('agentState', { queue, state, seconds: null })
      .map(({ agent }) => String(agent))
      .sort()
  return {
    waiting: known.of('queueCall', { queue, outcome: 'ongoing' }).length,
    loggedOn: agents('loggedOn'),
    talking: agents('talking'),
    paused: agents('paused'),
  }
}

test.group('The demo’s Asterisk | its manager interface', () => {
  test('it tells what the demo’s queue_log of the same moment has', async ({ assert }) => {
    let [waiting, talking, ringing] = [0, 0, 0]
    const moments = ['09:17:02', '11:31:40', '16:03:30']
    for (const pace of [1, 8]) {
      for (const moment of moments) {
        const now = new Date(`2026-03-10T${moment}Z`)
        const { objects } = await toldAt(now, pace)
        for (const queue of ['Kundservice', 'Teknisk support']) {
          const values = objects.find(({ identifier }) => identifier === queue)?.values ?? {}
          const listed = (key: string) => [...((values[key] as string[] | undefined) ?? [])].sort()
          assert.deepEqual(
            {
              waiting: values.waiting ?? 0,
              loggedOn: listed('agentsLoggedOn'),
              talking: listed('agentsTalking'),
              paused: listed('agentsPaused'),
            },
            await logged(now, pace, queue),
            `${queue} at ${now.toISOString()}, pace ${pace}`
          )
          waiting += Number(values.waiting ?? 0)
          talking += listed('agentsTalking').length
          ringing += listed('agentsRinging').length
        }
      }
    }
    assert.isTrue(waiting + ringing > 0 && talking > 5, `${waiting} ${talking} ${ringing}`)
  })

  test('on a Sunday it tells that nobody waits and nobody is there, not that nothing is known', async ({
    assert,
  }) => {
    const { objects } = await toldAt(new Date('2026-03-08T03:00:00Z'), 1)
    const told = objects.map(({ identifier, values }) => [
      identifier,
      values?.waiting,
      values?.agentsLoggedOn,
    ])
    assert.deepEqual(told, [
      ['Kundservice', 0, []],
      ['Teknisk support', 0, []],
    ])
  })

  test('it lets nobody in with another secret', async ({ assert }) => {
    const platform = demoManager({ zone, pace: 1, secret })
    const [ours, theirs] = connection()
    const heard = once(theirs, 'finish')
    platform.connected(theirs)
    ours.write('Action: Login\r\nUsername: stat\r\nKey: wrong\r\n\r\n')
    await heard
    assert.include(ours.read().toString(), 'Authentication failed')
  })
})
