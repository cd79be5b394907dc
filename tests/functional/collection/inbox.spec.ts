import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { storageFolder } from '#config/storage'
import env from '#start/env'
import { ensurePoint } from '#core/collection/ensure_point'
import { InboxWatch } from '#core/collection/inbox/inbox_watch'
import { stopCollecting } from '#core/collection/stop_collecting'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
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
  for (let tries = 0; tries < 2000; tries++) {
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
      watch.close()
      await stopCollecting()
    })
    await writeFile(log, `${at('08:00:00')};a;support;ring;+46701740605\n`)
    const first = ['a support 08:00:00 ongoing', 'o sales 07:00:00 ongoing']
    assert.deepEqual(await until(customer, first), first)
    await appendLines(log, `${at('08:00:30')};a;support;lost`)
    const second = ['a support 08:00:00 lost', 'o sales 07:00:00 ongoing']
    assert.deepEqual(await until(customer, second), second)
  })

  test('a log that lies elsewhere and is linked to is followed as it grows, though the system tells nothing of it', async ({
    assert,
    cleanup,
  }) => {
    const customer = await hotlineCustomer()
    await ensurePoint({ customerId: customer.id, source: 'hotline', name: 'linked' })
    const log = join(await mkdtemp(join(tmpdir(), 'telestat-elsewhere-')), 'hotline.log')
    await writeFile(log, `${at('08:00:00')};a;support;ring;+46701740605\n`)
    const folder = storageFolder('inbox', customer.slug, 'hotline', 'linked')
    await symlink(log, join(folder, 'hotline.log'))
    const watch = new InboxWatch()
    await watch.start()
    cleanup(async () => {
      watch.close()
      await stopCollecting()
    })
    const first = ['a support 08:00:00 ongoing']
    assert.deepEqual(await until(customer, first), first)
    await appendLines(log, `${at('08:00:30')};a;support;lost`)
    // Once it is found by looking, as is done now and then.
    await watch.look()
    const second = ['a support 08:00:00 lost']
    assert.deepEqual(await until(customer, second), second)
    await appendLines(log, `${at('08:01:00')};b;support;ring;+46701740605`)
    const third = [...second, 'b support 08:01:00 ongoing']
    assert.deepEqual(await until(customer, third), third)
  })

  test('every source of a customer has a default folder, and a folder that nobody knows is left alone', async ({
    assert,
    cleanup,
  }) => {
    const customer = await hotlineCustomer()
    const watch = new InboxWatch()
    await watch.start()
    cleanup(async () => {
      watch.close()
      await stopCollecting()
    })
    const unknown = join(storageFolder('inbox'), customer.slug, 'hotline', 'nobody')
    await mkdir(unknown)
    cleanup(() => rm(unknown, { recursive: true }))
    await writeFile(join(unknown, 'a.log'), `${at('08:00:00')};n;support;ring;+4670\n`)
    const folder = join(storageFolder('inbox'), customer.slug, 'hotline', 'default')
    await writeFile(join(folder, 'half.log.part'), `${at('08:00:00')};h;support;ring;+4670\n`)
    await writeFile(join(folder, 'a.log'), `${at('08:00:00')};a;support;ring;+4670\n`)
    const calls = ['a support 08:00:00 ongoing']
    assert.deepEqual(await until(customer, calls), calls)
    await pause(700)
    assert.deepEqual(await callsOf(customer), calls)
  })

  test('a thousand files that were collected cost no statement each, neither after a restart nor later', async ({
    assert,
    cleanup,
  }) => {
    const customer = await hotlineCustomer()
    const point = await ensurePoint({ customerId: customer.id, source: 'hotline', name: 'many' })
    const folder = storageFolder('inbox', customer.slug, 'hotline', 'many')
    const file = (number: number) => join(folder, `${number}.log`)
    const line = `${at('08:00:00')};a;support;ring;+46701740605\n`
    const longAgo = new Date('2026-01-01T00:00:00Z')
    for (let number = 1; number <= FILES; number += 1) {
      await writeFile(file(number), line)
      await utimes(file(number), longAgo, longAgo)
    }
    const first = new InboxWatch()
    await first.start()
    cleanup(() => first.close())
    const taken = () => db.from('taken_files').where('point_id', point.id)
    await untilTrue(async () => {
      const { total } = await counted(taken())
      return Number(total) === FILES
    })
    first.close()
    const again = new InboxWatch()
    cleanup(async () => {
      again.close()
      await stopCollecting()
    })
    const points = await CollectionPoint.query().count('* as total')
    const inboxes = Number(points[0].$extras.total)
    const atStart = await statementsDuring(() => again.start())
    assert.isAtMost(atStart.length, inboxes + 3)
    assert.lengthOf(await statementsDuring(() => again.look()), 3)
    assert.lengthOf(await statementsDuring(() => again.look()), 3)
    await appendFile(file(7), `${at('08:00:30')};a;support;lost\n`)
    const calls = ['a support 08:00:00 lost']
    assert.deepEqual(await until(customer, calls), calls)
  })

  test('files that were collected and have long not changed are moved or removed where that is set', async ({
    assert,
    cleanup,
  }) => {
    const customer = await hotlineCustomer()
    const folder = storageFolder('inbox', customer.slug, 'hotline', 'default')
    cleanup(() => env.set('INBOX_TAKEN', 'keep'))
    cleanup(() => stopCollecting())
    const longAgo = new Date('2026-01-01T00:00:00Z')
    for (const [setting, call] of [
      ['move', 'a'],
      ['remove', 'b'],
    ] as const) {
      env.set('INBOX_TAKEN', setting)
      await writeFile(join(folder, 'old.log'), `${at('08:00:00')};${call};support;ring;+4670\n`)
      await utimes(join(folder, 'old.log'), longAgo, longAgo)
      await writeFile(join(folder, 'grows.log'), `${at('09:00:00')};g${call};support;ring;+4670\n`)
      const watch = new InboxWatch()
      await watch.start()
      await untilTrue(async () => {
        await watch.look()
        const names = await readdir(folder)
        return names.join() === 'grows.log'
      })
      watch.close()
    }
    const moved = storageFolder('inbox-taken', customer.slug, 'hotline', 'default')
    assert.deepEqual(await readdir(moved), ['old.log'])
    const found = await callsOf(customer)
    assert.includeMembers(found, ['a support 08:00:00 ongoing', 'b support 08:00:00 ongoing'])
  })
})

const FILES = 1000

async function untilTrue(isTrue: () => Promise<boolean>) {
  for (let tries = 0; tries < 6000; tries++) {
    if (await isTrue()) return
    await pause(50)
  }
  throw new Error('It did not come to be.')
}

const counted = (query: ReturnType<typeof db.from>) =>
  query.count('* as total').firstOrFail() as Promise<{ total: number | string }>

/** The SQL that is asked meanwhile. */
async function statementsDuring(work: () => Promise<void>): Promise<string[]> {
  const asked: string[] = []
  const hears = ({ sql }: { sql: string }) => asked.push(sql)
  const client = db.connection().getWriteClient()
  client.on('query', hears)
  await work().finally(() => client.off('query', hears))
  return asked
}
