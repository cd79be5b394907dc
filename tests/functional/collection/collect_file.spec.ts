import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import {
  appendLines,
  at,
  callsOf,
  collectLog,
  hotlineCustomer,
  logFile,
  useHotline,
} from '#tests/functional/collection/made/use_hotline'

const MORNING = [
  `${at('08:00:00')};a;support;ring;+46701740605`,
  `${at('08:00:07')};a;support;answer;anna`,
  `${at('08:01:00')};b;support;ring;+46701740606`,
]

test.group('Collecting files', (group) => {
  useHotline(group)

  test('the same file twice changes nothing', async ({ assert }) => {
    const customer = await hotlineCustomer()
    const path = await logFile(MORNING)
    const first = await collectLog(customer, path)
    assert.deepInclude(first, { read: 3, added: 2, quarantined: 0 })
    const second = await collectLog(customer, path)
    assert.deepEqual(second, { read: 0, added: 0, replaced: 0, unchanged: 0, quarantined: 0 })
    assert.deepEqual(await callsOf(customer), [
      'a support 08:00:00 answered',
      'b support 08:01:00 ongoing',
    ])
  })

  test('a file that grows is read on from where it ended, and half a line is left for next time', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const path = await logFile(MORNING)
    await writeFile(path, `${at('08:02:00')};c;sup`, { flag: 'a' })
    assert.deepInclude(await collectLog(customer, path), { read: 3 })
    await writeFile(path, 'port;ring;+46701740607\n', { flag: 'a' })
    await appendLines(path, `${at('08:01:30')};b;support;answer;bo`)
    const more = await collectLog(customer, path)
    assert.deepInclude(more, { read: 2, added: 1, replaced: 1 })
    assert.deepEqual(await callsOf(customer), [
      'a support 08:00:00 answered',
      'b support 08:01:00 answered',
      'c support 08:02:00 ongoing',
    ])
  })

  test('a call that is open at the end of one file is closed by the next', async ({ assert }) => {
    const customer = await hotlineCustomer()
    await collectLog(customer, await logFile(MORNING))
    const next = await logFile([`${at('08:01:20')};b;support;lost`])
    assert.deepInclude(await collectLog(customer, next), { read: 1, added: 0, replaced: 1 })
    assert.include(await callsOf(customer), 'b support 08:01:00 lost')
  })

  test('a log that is rotated away and packed is the same file, and the one in its place another', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const path = await logFile(MORNING)
    await collectLog(customer, path)
    const rotated = join(dirname(path), 'hotline.log.1')
    await rename(path, rotated)
    await appendLines(rotated, `${at('08:01:20')};b;support;lost`)
    await writeFile(path, `${at('09:00:00')};d;sales;ring;+46701740608\n`)
    assert.deepInclude(await collectLog(customer, path), { read: 1, added: 1 })
    assert.deepInclude(await collectLog(customer, rotated), { read: 1, replaced: 1 })
    const packed = `${rotated}.gz`
    await writeFile(packed, gzipSync(await readFile(rotated)))
    assert.deepInclude(await collectLog(customer, packed), { read: 0 })
    assert.lengthOf(await callsOf(customer), 3)
  })

  test('an older copy of a log changes nothing that a newer one said', async ({ assert }) => {
    const customer = await hotlineCustomer()
    const path = await logFile(MORNING.slice(0, 1))
    const older = `${path}.old`
    await copyFile(path, older)
    await appendLines(path, ...MORNING.slice(1), `${at('08:01:20')};b;support;lost`)
    await collectLog(customer, path)
    const before = await callsOf(customer)
    assert.deepInclude(await collectLog(customer, older), { read: 0, replaced: 0 })
    // One that begins elsewhere is not known as that log, but its calls are.
    const part = await logFile([MORNING[2] ?? ''])
    assert.deepInclude(await collectLog(customer, part), { read: 1, added: 0, replaced: 0 })
    assert.deepEqual(await callsOf(customer), before)
  })

  test('a file that was written anew under its old name is read from its beginning', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const path = await logFile(MORNING)
    await collectLog(customer, path)
    const [first, second] = MORNING
    await rm(path)
    await writeFile(path, `${first}\n${second}\n${at('08:05:00')};e;sales;ring;+4670\n`)
    await appendLines(path, `${at('08:05:10')};e;sales;lost`)
    assert.deepInclude(await collectLog(customer, path), { read: 4, added: 1 })
    assert.include(await callsOf(customer), 'e sales 08:05:00 lost')
  })

  test('a corrected record moves to its new time and queue and is counted once', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const path = await logFile(MORNING)
    await collectLog(customer, path)
    await appendLines(path, `${at('08:30:00')};a;sales;moved;${at('07:15:00')}`)
    assert.deepInclude(await collectLog(customer, path), { added: 0, replaced: 1 })
    assert.deepEqual(await callsOf(customer), [
      'a sales 07:15:00 lost',
      'b support 08:01:00 ongoing',
    ])
  })

  test('an empty file and a file with half a line are nothing, until there is more', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const path = await logFile([])
    assert.deepInclude(await collectLog(customer, path), { read: 0 })
    await writeFile(path, MORNING[0] ?? '')
    assert.deepInclude(await collectLog(customer, path), { read: 0, added: 0 })
    await appendLines(path, '', ...MORNING.slice(1))
    assert.deepInclude(await collectLog(customer, path), { read: 3, added: 2 })
  })

  test('a file of ready made events is read as such by its name', async ({ assert }) => {
    const customer = await hotlineCustomer()
    const event = {
      event: 'call',
      key: 'n',
      at: at('10:00:00'),
      fields: { queue: 'support', outcome: 'lost', wait: 4.9 },
    }
    const path = await logFile([JSON.stringify(event)], 'events.ndjson')
    assert.deepInclude(await collectLog(customer, path), { read: 1, added: 1 })
    assert.deepEqual(await callsOf(customer), ['n support 10:00:00 lost'])
  })
})
