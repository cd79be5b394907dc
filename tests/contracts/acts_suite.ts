import { connect } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { type Act, type ActName, isAsWished, NotDone } from '#core/contracts/act'
import type { CollectionPoint, Tools } from '#core/contracts/collector'
import type { ActsConformance } from '#core/contracts/conformance'
import type { SourcePlugin } from '#core/contracts/source'

const tools: Tools = {
  fetch,
  connect: async ({ host, port }) => {
    const socket = connect({ host, port })
    await once(socket, 'connect')
    return socket
  },
  now: () => new Date(),
  log: () => undefined,
}

/** Declares the tests that every source passes that does something for agents. */
export function actsSuite(source: SourcePlugin, folder: string): void {
  const { acts } = source
  if (!acts) return
  const opened = async () => {
    const file = join(folder, 'tests', 'acts_conformance.ts')
    const { default: conformance } = (await import(file)) as { default: ActsConformance }
    const standIn = await conformance.start()
    const collector = new source.collector(tools)
    const point = (settings = standIn.settings): CollectionPoint => ({
      ...{ id: 1, customerId: 1, zone: 'Europe/Stockholm' },
      settings,
    })
    const person = { objectType: acts.person, identifier: standIn.person }
    const act = (name: ActName): Act => ({
      ...{ name, person },
      ...(acts.offers[name]!.per === 'queue' && { queue: standIn.queue }),
      ...(name === 'logOn' && standIn.device && { device: standIn.device }),
      ...(name === 'pause' && standIn.reason && { reason: standIn.reason }),
    })
    const never = new AbortController().signal
    const run = (name: ActName, signal = never, settings = standIn.settings) =>
      collector.act!(point(settings), act(name), signal)
    const holds = () => collector.holds!(point(), person, never)
    return { standIn, act, run, holds }
  }
  const order = (['logOn', 'pause', 'resume', 'logOff'] as const).filter(
    (name) => acts.offers[name]
  )

  test.group(`Contract | acts of ${source.key}`, () => {
    test('each act twice is one: what is so already is not written down again', async ({
      assert,
      cleanup,
    }) => {
      const { standIn, act, run, holds } = await opened()
      cleanup(() => standIn.stop())
      for (const name of order) {
        assert.include(['done', 'handed'], await run(name), name)
        assert.isTrue(isAsWished(act(name), await holds()), `${name} is so`)
        const lines = [...standIn.log()]
        assert.equal(await run(name), 'already', `${name} again`)
        assert.deepEqual(standIn.log(), lines, `${name} again is written down`)
      }
    })

    test('an account that may not act is refused for its rights, and nothing is done', async ({
      assert,
      cleanup,
    }) => {
      const { standIn, run, holds } = await opened()
      cleanup(() => standIn.stop())
      const error: unknown = await run('logOn', undefined, standIn.wrongSettings).then(
        () => undefined,
        (thrown: unknown) => thrown
      )
      assert.instanceOf(error, NotDone)
      assert.deepInclude(error as NotDone, { outcome: 'refused', code: 'rights' })
      const held = await holds()
      assert.deepEqual(held.queues, [])
    })

    test('what gets no answer ends when it is stopped', async ({ assert, cleanup }) => {
      const { standIn, run } = await opened()
      cleanup(() => standIn.stop())
      standIn.fallSilent()
      const stop = new AbortController()
      const running = run('logOn', stop.signal)
      running.catch(() => undefined)
      stop.abort()
      await assert.rejects(() => running)
    })
  })
}
