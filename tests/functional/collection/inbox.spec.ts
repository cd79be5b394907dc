import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import { storageFolder } from '#config/storage'
import { ensurePoint } from '#core/collection/ensure_point'
import { InboxWatch } from '#core/collection/inbox/inbox_watch'
import { stopCollecting } from '#core/collection/stop_collecting'
import type Customer from '#core/customers/models/customer'
import {
  appendLines,
  at,
  callsOf,
  hotlineCustomer,
  useHotline,
} from '#tests/functional/collection/made/use_hotline'

/** Waits until the customer's calls are these, as somebody who looks at a report would. */
async function until(customer: Customer, calls: string[]) {
  for (let tries = 0; tries < 200; tries++) {
    const found = await callsOf(customer)
    if (found.join() === calls.join()) return found
    await pause(50)
  }
  return callsOf(customer)
}

test.group('The inbox', (group) => {
  useHotline(group)

  test('a file put into the folder of a collection point is collected, and again as it grows', async ({
    assert,
    cleanup,
  }) => {
    const customer = await hotlineCustomer()
    await ensurePoint({ customerId: customer.id, source: 'hotline', name: 'reception' })
    const folder = storageFolder('inbox', customer.slug, 'hotline', 'reception')
    const log = join(folder, 'hotline.log')
    // One lies there from before the start.
    await writeFile(join(folder, 'old.log'), `${at('07:00:00')};o;sales;ring;+4670\n`)
    const watch = new InboxWatch()
    await watch.start()
    cleanup(async () => {
      await watch.close()
      await stopCollecting()
    })
    await writeFile(log, `${at('08:00:00')};a;support;ring;+46701740605\n`)
    const first = ['a support 08:00:00 ongoing', 'o sales 07:00:00 ongoing']
    assert.deepEqual(await until(customer, first), first)
    await appendLines(log, `${at('08:00:30')};a;support;lost`)
    const second = ['a support 08:00:00 lost', 'o sales 07:00:00 ongoing']
    assert.deepEqual(await until(customer, second), second)
  })

  test('every source of a customer has a default folder, and a folder that nobody knows is left alone', async ({
    assert,
    cleanup,
  }) => {
    const customer = await hotlineCustomer()
    const watch = new InboxWatch()
    await watch.start()
    cleanup(async () => {
      await watch.close()
      await stopCollecting()
    })
    const unknown = join(storageFolder('inbox'), customer.slug, 'hotline', 'nobody')
    await mkdir(unknown)
    await writeFile(join(unknown, 'a.log'), `${at('08:00:00')};n;support;ring;+4670\n`)
    const folder = join(storageFolder('inbox'), customer.slug, 'hotline', 'default')
    await writeFile(join(folder, 'half.log.part'), `${at('08:00:00')};h;support;ring;+4670\n`)
    await writeFile(join(folder, 'a.log'), `${at('08:00:00')};a;support;ring;+4670\n`)
    const calls = ['a support 08:00:00 ongoing']
    assert.deepEqual(await until(customer, calls), calls)
    await pause(700)
    assert.deepEqual(await callsOf(customer), calls)
  })
})
