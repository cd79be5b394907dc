import { rename } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import { planDispatches } from '#core/delivery/actions/plan_dispatches'
import { deliver } from '#core/delivery/deliver'
import { archivePath } from '#core/delivery/archive_files'
import ArchivedFile from '#core/delivery/models/archived_file'
import { definePlugin } from '#core/contracts/plugin'
import { Registry, registry, useRegistry } from '#core/plugins/registry'
import { madeCustomer } from '#tests/made/customer'
import { sendingMail } from '#tests/made/mail_server'
import { collectedLog } from '#tests/made/queue_log'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeUser } from '#tests/made/user'
import { FRIDAY, LONG_BEFORE, ledgerOf, madeFriday } from '#tests/functional/delivery/made_delivery'

const CREATED = { createdAt: LONG_BEFORE }

/** Opened when the file of the held format may be written. */
const gate = Promise.withResolvers<void>()

const held = definePlugin({
  kind: 'exporter',
  key: 'held',
  label: 'Held',
  description: 'Is written when it may be',
  extension: 'txt',
  contentType: 'text/plain',
  includes: {
    charts: false,
    specification: true,
    columnDescriptions: false,
    manyIntervals: false,
  },
  async write(report, out: Writable) {
    await gate.promise
    let rows = 0
    for (const table of report.intervals) {
      for await (const row of table.rows) rows += Object.keys(row).length > 0 ? 1 : 0
    }
    for await (const row of report.specification?.rows ?? []) {
      rows += Object.keys(row).length > 0 ? 1 : 0
    }
    await new Promise<void>((resolve) => out.end(resolve))
    return { rows }
  },
})

test.group('Deliveries that are due together', (group) => {
  group.setup(() => {
    const before = registry()
    const withHeld = new Registry()
    for (const plugin of [...before.all(), held]) {
      withHeld.add(plugin, before.folderOf(plugin) ?? 'tests')
    }
    useRegistry(withHeld)
    return () => void useRegistry(before)
  })

  test('take turns: what one customer has many of holds no other customer, and no other person, up', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer, owner } = await madeFriday(client, { recipients: ['many-0@nordvik.example'] })
    for (let number = 1; number < 12; number += 1) {
      const recipients = [`many-${number}@nordvik.example`]
      await madeSavedReport(
        customer,
        owner,
        { recipients, ...CREATED },
        { format: 'csv', ...CREATED }
      )
    }
    const colleague = await madeUser(customer, { seesEverything: true })
    const theirs = { recipients: ['colleague@nordvik.example'], ...CREATED }
    await madeSavedReport(customer, colleague, theirs, { format: 'csv', ...CREATED })
    const other = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(other)
    const person = await madeUser(other, { seesEverything: true })
    const own = { recipients: ['other@nordvik.example'], ...CREATED }
    await madeSavedReport(other, person, own, { format: 'csv', ...CREATED })
    await planDispatches(FRIDAY)
    await deliver(FRIDAY)
    const order = server.mails.map(({ to }) => to.split('@', 1).join(''))
    assert.lengthOf(order, 14)
    assert.isBelow(order.indexOf('other'), 6)
    assert.isBelow(order.indexOf('colleague'), 8)
    const left = await ledgerOf(customer)
    assert.isTrue(left.every((line) => line.endsWith('handed')))
  })

  test('go on beside a file with single calls in it, which takes its time', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer } = await madeFriday(client, { recipients: ['small@nordvik.example'] })
    const person = await madeUser(customer, { seesEverything: true, callSpecification: true })
    const large = { recipients: ['large@nordvik.example'], ...CREATED }
    const calls = { specification: true, charts: false, columnDescriptions: false }
    await madeSavedReport(customer, person, large, { format: 'held', ...calls, ...CREATED })
    const delivering = deliver(FRIDAY)
    for (let tries = 0; server.mails.length === 0 && tries < 4000; tries += 1) await pause(50)
    assert.deepEqual(
      server.mails.map(({ to }) => to),
      ['small@nordvik.example']
    )
    gate.resolve()
    await delivering
    assert.lengthOf(server.to('large@nordvik.example'), 1)
  })

  test('are handed over by the machine that has their file, and wait for it', async ({
    assert,
    client,
    cleanup,
  }) => {
    const server = await sendingMail(cleanup)
    const { customer } = await madeFriday(client, { recipients: ['anna@nordvik.example'] })
    await server.stop()
    await deliver(FRIDAY)
    const file = await ArchivedFile.findByOrFail('customerId', customer.id)
    await server.start()
    await rename(archivePath(file), `${archivePath(file)}.elsewhere`)
    await deliver(FRIDAY.plus({ minutes: 2 }))
    assert.deepEqual(await ledgerOf(customer), ['anna made'])
    await rename(`${archivePath(file)}.elsewhere`, archivePath(file))
    await deliver(FRIDAY.plus({ minutes: 3 }))
    assert.deepEqual(await ledgerOf(customer), ['anna handed'])
    assert.lengthOf(server.to('anna@nordvik.example'), 1)
  })
})
