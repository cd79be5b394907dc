import { test } from '@japa/runner'
import { collectAgain } from '#core/collection/actions/collect_again'
import CollectedFile from '#core/collection/models/collected_file'
import { listQuarantine } from '#core/collection/quarantine/list_quarantine'
import type Customer from '#core/customers/models/customer'
import { taught } from '#tests/functional/collection/made/hotline'
import {
  appendLines,
  at,
  callsOf,
  collectLog,
  hotlineCustomer,
  logFile,
  useHotline,
} from '#tests/functional/collection/made/use_hotline'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const RING = `${at('08:00:00')};a;support;ring;+46701740605`
const WHISPER = `${at('08:00:09')};a;support;whisper;anna`

async function quarantined(customer: Customer) {
  const { records } = await listQuarantine(customer.id)
  return records
}

test.group('Quarantine', (group) => {
  useHotline(group)

  test('a broken line is listed with file, line number, text and reason, and the others are taken', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const path = await logFile([RING, 'what is this', `${at('08:00:10')};a;support;lost`])
    assert.deepInclude(await collectLog(customer, path), { read: 3, added: 1, quarantined: 1 })
    await appendLines(path, WHISPER)
    await collectLog(customer, path)
    const { records, unlisted } = await listQuarantine(customer.id)
    assert.deepEqual(
      records.map(({ file, line, text, reason }) => ({ file, line, text, reason })),
      [
        {
          file: 'hotline.log',
          line: 2,
          text: 'what is this',
          reason: 'The line has too few parts.',
        },
        {
          file: 'hotline.log',
          line: 4,
          text: WHISPER,
          reason: '"whisper" is not a word of the hotline.',
        },
      ]
    )
    assert.isEmpty(unlisted)
    assert.deepEqual(await callsOf(customer), ['a support 08:00:00 lost'])
  })

  test('an event that breaks its schema is quarantined with the reason', async ({ assert }) => {
    const customer = await hotlineCustomer()
    const path = await logFile(['not-a-time;a;support;ring;+4670'])
    assert.deepInclude(await collectLog(customer, path), { added: 0, quarantined: 1 })
    const { records } = await listQuarantine(customer.id)
    assert.equal(records[0]?.reason, 'The time of the event cannot be read.')
    assert.include(records[0]?.text, '"key":"a"')
  })

  test('the same broken line collected twice is listed once', async ({ assert }) => {
    const customer = await hotlineCustomer()
    await collectLog(customer, await logFile(['broken', RING]))
    await collectLog(customer, await logFile([RING, 'broken']))
    assert.lengthOf(await quarantined(customer), 1)
  })

  test('of a file with very many broken lines the first thousand are listed, and the rest is counted', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const path = await logFile(Array.from({ length: 5000 }, (_, index) => `broken ${index}`))
    assert.deepInclude(await collectLog(customer, path), { quarantined: 5000 })
    const { records, unlisted } = await listQuarantine(customer.id)
    assert.lengthOf(records, 1000)
    assert.deepInclude(unlisted[0], { file: 'hotline.log', quarantined: 5000, listed: 1000 })
  })

  test('after the plugin is mended a file is collected again, with the memory of its time, and the later ones after it', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    await collectLog(customer, await logFile([RING]))
    await collectLog(customer, await logFile([WHISPER, `${at('08:02:00')};b;support;ring;+4671`]))
    await collectLog(customer, await logFile([`${at('08:02:30')};b;support;lost`]))
    assert.include(await callsOf(customer), 'a support 08:00:00 ongoing')
    const { records } = await listQuarantine(customer.id)
    taught.add('whisper')
    const again = await collectAgain({ customerId: customer.id, fileId: records[0]?.fileId ?? 0 })
    assert.deepInclude(again, { files: 2, read: 3, replaced: 1, quarantined: 0, resolved: 1 })
    assert.deepEqual(await callsOf(customer), [
      'a support 08:00:00 answered',
      'b support 08:02:00 lost',
    ])
    assert.isEmpty(await quarantined(customer))
    // Nothing is open any more, so what comes next finds no call to end.
    await collectLog(customer, await logFile([`${at('08:09:00')};a;support;lost`]))
    assert.include(await callsOf(customer), 'a support 08:00:00 answered')
  })

  test('a line that is still broken when it is collected again stays listed', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    await collectLog(customer, await logFile([RING, WHISPER, 'broken']))
    const file = await CollectedFile.findByOrFail('customerId', customer.id)
    taught.add('whisper')
    const again = await collectAgain({ customerId: customer.id, fileId: file.id })
    assert.deepInclude(again, { resolved: 1, quarantined: 1 })
    const { records } = await listQuarantine(customer.id)
    assert.deepEqual(
      records.map(({ text }) => text),
      ['broken']
    )
  })

  test('administrators list it and collect again over HTTP, others are refused and other customers find nothing', async ({
    client,
    assert,
  }) => {
    const customer = await hotlineCustomer()
    await collectLog(customer, await logFile([RING, WHISPER]))
    const administrator = await madeUser(customer, { administrator: true })
    const { headers } = await madeTicket(administrator, customer, ['collect'])
    const list = await client
      .get('/api/collection/v1/quarantine')
      .qs({ point: 'default' })
      .headers(headers)
    list.assertStatus(200)
    assert.lengthOf(list.body().records, 1)
    const { fileId } = list.body().records[0]

    const person = await madeTicket(await madeUser(customer), customer, ['collect'])
    const refused = await client.get('/api/collection/v1/quarantine').headers(person.headers)
    refused.assertStatus(403)
    const other = await hotlineCustomer()
    const stranger = await madeTicket(await madeUser(other, { administrator: true }), other, [
      'collect',
    ])
    const again = `/api/collection/v1/files/${fileId}/again`
    const unknown = await client.post(again).headers(stranger.headers)
    unknown.assertStatus(404)

    taught.add('whisper')
    const done = await client.post(again).headers(headers)
    done.assertStatus(200)
    done.assertBodyContains({ files: 1, replaced: 1, quarantined: 0, resolved: 1 })
  })

  test('shows what a line says to nobody who may not open calls', async ({ client, assert }) => {
    const customer = await hotlineCustomer()
    await collectLog(customer, await logFile([RING, 'from "+46 70 123 45 67"', WHISPER]))
    const textsFor = async (callSpecification: boolean) => {
      const administrator = await madeUser(customer, { administrator: true, callSpecification })
      const { headers } = await madeTicket(administrator, customer, ['collect'])
      const list = await client.get('/api/collection/v1/quarantine').headers(headers)
      list.assertStatus(200)
      const { records } = list.body() as { records: { text: string; reason: string }[] }
      assert.isTrue(records.every(({ reason }) => reason !== ''))
      assert.isTrue(callSpecification || !JSON.stringify(records).includes('123 45'))
      return records.map(({ text }) => text)
    }
    assert.deepEqual(await textsFor(true), ['from "+46 70 123 45 67"', WHISPER])
    assert.deepEqual(await textsFor(false), ['', ''])
  })
})
