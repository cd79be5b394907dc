import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { pollPoint } from '#core/collection/actions/poll_point'
import { ensurePoint } from '#core/collection/ensure_point'
import { untilIdle } from '#core/collection/point_lock'
import { pollAll, startPolling } from '#core/collection/polling/start_polling'
import type Customer from '#core/customers/models/customer'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'
import {
  at,
  callsOf,
  hotlineCustomer,
  useHotline,
} from '#tests/functional/collection/made/use_hotline'
import { until } from '#tests/made/until'

test.group('Asking a platform', (group) => {
  useHotline(group)
  let platform: Server
  let address: string
  let says = ''

  group.setup(async () => {
    platform = createServer((_request, response) => response.end(says))
    await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(platform.address() as AddressInfo).port}/calls`
    return () => {
      platform.close()
    }
  })

  async function pointAt(customer: Customer, settings: Record<string, string>) {
    const point = await ensurePoint({ customerId: customer.id, source: 'hotline', name: 'default' })
    return point.merge({ settings }).save()
  }

  test('what is new is collected, and the memory goes from one time to the next', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const point = await pointAt(customer, { address })
    says = `${at('08:00:00')};a;support;ring;+46701740605\nbroken\n`
    assert.deepInclude(await pollPoint(point), { read: 2, added: 1, quarantined: 1 })
    assert.deepInclude(await pollPoint(point), { added: 0, unchanged: 1 })
    await point.refresh()
    assert.deepEqual(point.memory, { asked: 2 })
    assert.deepEqual(await callsOf(customer), ['a support 08:00:00 ongoing'])
  })

  test('a platform that does not answer holds up no other, and the point keeps the reason until it does', async ({
    assert,
  }) => {
    const [silent, well] = [await hotlineCustomer(), await hotlineCustomer()]
    const point = await pointAt(silent, { address: 'http://127.0.0.1:1/calls' })
    await pointAt(well, { address })
    says = `${at('08:00:00')};a;support;ring;+46701740605\n`
    await pollAll()
    assert.lengthOf(await callsOf(well), 1)
    await point.refresh()
    assert.include(point.lastError, 'could not be collected to its end')
    await point.merge({ settings: { address } }).save()
    await pollAll()
    await point.refresh()
    assert.isNull(point.lastError)
  })

  test('platforms that take a question and never answer hold up neither others nor the end, and are no fault when it comes', async ({
    assert,
    cleanup,
  }) => {
    // More than are asked at once of one customer and of one platform.
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const [first, second, well] = await Promise.all([1, 2, 3].map(() => hotlineCustomer()))
    const never = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/calls`
    const waiting: CollectionPoint[] = []
    for (const { id: customerId } of [first, second]) {
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
        const point = await ensurePoint({ customerId, source: 'hotline', name })
        waiting.push(await point.merge({ settings: { address: never } }).save())
      }
    }
    const point = await pointAt(well, { address })
    says = `${at('08:00:00')};a;support;ring;+46701740605\n`
    const gone = new AbortController()
    const ours = new Set([...waiting, point].map(({ id }) => id))
    const stop = startPolling({ has: (id) => ours.has(id), signalOf: () => gone.signal })
    cleanup(() => {
      stop()
      silent.closeAllConnections()
      silent.close()
    })
    await until(
      () => callsOf(well),
      (calls) => calls.length > 0
    )
    // Another process takes them over: what is asked is let go, and is not told as a failure.
    ours.clear()
    gone.abort()
    await untilIdle()
    for (const one of waiting) {
      await one.refresh()
      assert.isNull(one.lastError)
    }
  })
})
