import { writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { ensurePoint } from '#core/collection/ensure_point'
import { noteError } from '#core/collection/note_error'
import { factStore } from '#core/facts/store'
import { RequestError } from '#core/http/request_error'
import type Customer from '#core/customers/models/customer'
import {
  at,
  callsOf,
  hotlineCustomer,
  useHotline,
} from '#tests/functional/collection/made/use_hotline'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const base = `http://127.0.0.1:${process.env.PORT}/api/collect/v1`

interface Answer {
  [count: string]: unknown
  error: { code: string }
}

/** Sends as a program does: bytes of any type, with a ticket. */
async function push(
  customer: Customer,
  address: string,
  body: string | Buffer<ArrayBuffer>,
  headers: Record<string, string> = {}
) {
  const user = await madeUser(customer, { administrator: true })
  const ticket = await madeTicket(user, customer, ['collect'])
  const response = await fetch(`${base}/${address}`, {
    method: 'POST',
    body,
    headers: { ...ticket.headers, ...headers },
  })
  const answer = (await response.json()) as Answer
  return { status: response.status, answer }
}

const RING = `${at('08:00:00')};a;support;ring;+46701740605\n`
const LOST = `${at('08:00:30')};a;support;lost\n`
const NDJSON = { 'content-type': 'application/x-ndjson' }

const event = (key: string, fields: object = { queue: 'support', outcome: 'lost' }) =>
  `${JSON.stringify({ event: 'call', key, at: at('09:00:00'), fields })}\n`

test.group('Pushing records', (group) => {
  useHotline(group)

  test("records in the platform's own format are collected, whatever type they are said to be", async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    for (const [index, type] of ['text/plain', 'application/json', 'text/csv'].entries()) {
      const body = `${at('08:00:00')};a${index};support;ring;+4670\n`
      const { status, answer } = await push(customer, 'default?source=hotline', body, {
        'content-type': type,
      })
      assert.equal(status, 200)
      assert.deepEqual(answer, { read: 1, new: 1, replaced: 0, unchanged: 0, quarantined: 0 })
    }
    assert.lengthOf(await callsOf(customer), 3)
  })

  test('a body ends its last line, and a call open in one body is closed by the next', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    await push(customer, 'default?source=hotline', RING.trimEnd())
    const { answer } = await push(customer, 'default', LOST)
    assert.deepInclude(answer, { replaced: 1 })
    assert.deepEqual(await callsOf(customer), ['a support 08:00:00 lost'])
  })

  test('the same body again changes nothing', async ({ assert }) => {
    const customer = await hotlineCustomer()
    await push(customer, 'default?source=hotline', RING)
    await push(customer, 'default', LOST)
    const { answer } = await push(customer, 'default', RING)
    assert.deepInclude(answer, { new: 0, replaced: 0, quarantined: 0 })
    assert.deepEqual(await callsOf(customer), ['a support 08:00:00 lost'])
  })

  test('events ready made are taken a line each, and broken ones are told with their line', async ({
    assert,
    client,
  }) => {
    const customer = await hotlineCustomer()
    const body = [
      event('a'),
      event('b', { queue: 'support', outcome: 'vanished' }),
      event('c', { queue: 'support', colour: 'red' }),
      '{"event":"call"\n',
      event('d'),
    ].join('')
    const first = await push(customer, 'default?source=hotline', body, NDJSON)
    assert.deepEqual(first.answer, {
      read: 5,
      new: 2,
      replaced: 0,
      unchanged: 0,
      quarantined: 3,
    })
    const again = await push(customer, 'default', body, NDJSON)
    assert.deepInclude(again.answer, { new: 0, replaced: 0, unchanged: 2, quarantined: 3 })
    const user = await madeUser(customer, { administrator: true })
    const { headers } = await madeTicket(user, customer, ['collect'])
    const list = await client.get('/api/collection/v1/quarantine').headers(headers)
    const records = list.body().records as { line: number; reason: string }[]
    assert.deepEqual(
      records.map(({ line, reason }) => ({ line, reason })),
      [
        {
          line: 2,
          reason: 'The field "outcome" must be one of ongoing, answered, lost, not "vanished".',
        },
        {
          line: 3,
          reason:
            'The event "call" has no field "colour". It has: queue, agent, phone, outcome, wait.',
        },
        { line: 4, reason: 'The line is not JSON.' },
      ]
    )
  })

  test('an event can be replaced and taken back', async ({ assert }) => {
    const customer = await hotlineCustomer()
    await push(customer, 'default?source=hotline', event('a') + event('b'), NDJSON)
    const back = `${JSON.stringify({ event: 'call', key: 'b', at: at('09:00:00'), removed: true })}\n`
    const changed = event('a', { queue: 'sales', outcome: 'lost' })
    const { answer } = await push(customer, 'default', changed + back, NDJSON)
    assert.deepInclude(answer, { new: 0, replaced: 2 })
    assert.deepEqual(await callsOf(customer), ['a sales 09:00:00 lost'])
  })

  test('a log is sent on from where it ended; what is known is not read again, and a gap is refused', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const log = (from: number) => `default?source=hotline&name=hotline.log&from=${from}`
    const half = LOST.slice(0, 20)
    const begun = await push(customer, log(0), RING + half)
    assert.deepInclude(begun.answer, { read: 1, new: 1 })
    const gap = await push(customer, log(RING.length + 20), LOST.slice(20))
    assert.equal(gap.status, 409)
    assert.deepInclude(gap.answer.error, { code: 'E_POSITION', allowed: [RING.length] })
    const rest = await push(customer, log(RING.length), LOST)
    assert.deepInclude(rest.answer, { replaced: 1 })
    const again = await push(customer, log(RING.length), LOST)
    assert.deepInclude(again.answer, { read: 0 })
    assert.deepEqual(await callsOf(customer), ['a support 08:00:00 lost'])
  })

  test('a packed body is unpacked', async ({ assert }) => {
    const customer = await hotlineCustomer()
    const { answer } = await push(customer, 'default?source=hotline', gzipSync(RING), {
      'content-encoding': 'gzip',
    })
    assert.deepInclude(answer, { new: 1 })
    const broken = await push(customer, 'default', 'not packed', { 'content-encoding': 'gzip' })
    assert.equal(broken.status, 400)
  })

  test("a point that is not there is 404, also another customer's", async ({ assert }) => {
    const [customer, other] = [await hotlineCustomer(), await hotlineCustomer()]
    await push(customer, 'reception?source=hotline', RING)
    const { status, answer } = await push(other, 'reception', RING)
    assert.equal(status, 404)
    assert.equal(answer.error.code, 'E_UNKNOWN_POINT')
    assert.isEmpty(await callsOf(other))
  })

  test('a source that is not there or not enabled, and a body with nothing in it, are refused with a sentence', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const unknown = await push(customer, 'default?source=telex', RING)
    assert.equal(unknown.status, 422)
    assert.deepInclude(unknown.answer.error, { code: 'E_UNKNOWN_SOURCE', allowed: ['hotline'] })
    const empty = await push(customer, 'default?source=hotline', '')
    assert.equal(empty.status, 400)
    assert.equal(empty.answer.error.code, 'E_BODY_EMPTY')
  })

  test('a ticket for reports only may not send, and without one nobody may', async ({ assert }) => {
    const customer = await hotlineCustomer()
    const { headers } = await madeTicket(await madeUser(customer), customer, ['report'])
    const refused = await fetch(`${base}/default?source=hotline`, {
      method: 'POST',
      body: RING,
      headers,
    })
    assert.equal(refused.status, 403)
    const nobody = await fetch(`${base}/default`, { method: 'POST', body: RING })
    assert.include([401, 403], nobody.status)
  })

  test('what many points push at once is written together, and what one cannot have written fails it alone', async ({
    assert,
    cleanup,
  }) => {
    const customer = await hotlineCustomer()
    const user = await madeUser(customer, { administrator: true })
    const { headers } = await madeTicket(user, customer, ['collect'])
    const send = async (point: number, body: string) => {
      const response = await fetch(`${base}/p${point}?source=hotline`, {
        method: 'POST',
        body,
        headers: { ...headers, ...NDJSON },
      })
      return { status: response.status, answer: (await response.json()) as Answer }
    }
    const points = Array.from({ length: 30 }, (_, index) => index)
    for (const point of points) await send(point, event(`first-${point}`))
    const store = await factStore()
    const insert = store.insertLines.bind(store)
    let inserts = 0
    cleanup(() => {
      store.insertLines = insert
    })
    store.insertLines = (table, columns, lines) => {
      inserts += 1
      if (lines.includes('poison')) throw new Error('The engine cannot take this.')
      return insert(table, columns, lines)
    }
    const broken = event('broken', { queue: 'support', outcome: 'vanished' })
    const bodies = points.map((point) => {
      if (point === 7) return event('poison')
      return point === 8 ? broken + event('p8') : event(`p${point}`)
    })
    const answers = await Promise.all(points.map((point) => send(point, bodies[point])))
    assert.deepEqual(
      answers.flatMap(({ status }, point) => (status === 200 ? [] : [`${point}: ${status}`])),
      ['7: 500']
    )
    assert.deepInclude(answers[8].answer, { read: 2, new: 1, quarantined: 1 })
    assert.deepInclude(answers[9].answer, { read: 1, new: 1, quarantined: 0 })
    const calls = await callsOf(customer)
    assert.lengthOf(calls, 2 * points.length - 1)
    inserts = 0
    const more = points.filter((point) => point !== 7 && point !== 8)
    await Promise.all(more.map((point) => send(point, event(`again-${point}`))))
    assert.isBelow(inserts, more.length / 2)
    assert.lengthOf(await callsOf(customer), calls.length + more.length)
    const same = await send(9, event('again-9'))
    assert.deepInclude(same.answer, { new: 0, unchanged: 1 })
    const packed = await fetch(`${base}/p9`, {
      method: 'POST',
      body: gzipSync(event('packed')),
      headers: { ...headers, ...NDJSON, 'content-encoding': 'gzip' },
    })
    assert.deepInclude((await packed.json()) as Answer, { read: 1, new: 1 })
  })

  test('bodies that are held in memory have a bound: who comes then is told when to come again', async ({
    assert,
    cleanup,
  }) => {
    const customer = await hotlineCustomer()
    const user = await madeUser(customer, { administrator: true })
    const { headers } = await madeTicket(user, customer, ['collect'])
    await ensurePoint({ customerId: customer.id, source: 'hotline', name: 'default' })
    const options = {
      method: 'POST',
      headers: { ...headers, ...NDJSON, 'content-length': 1 << 20 },
    }
    // Bodies that are announced, and of which nothing comes: more than have room.
    const announced = () => {
      const sending = request(`${base}/default`, options).on('error', () => undefined)
      sending.flushHeaders()
      return sending
    }
    const slow = Array.from({ length: 72 }, announced)
    cleanup(() => slow.forEach((sending) => sending.destroy()))
    const send = () =>
      fetch(`${base}/default`, {
        method: 'POST',
        body: event('a'),
        headers: { ...headers, ...NDJSON },
      })
    const until = async (status: number) => {
      for (let tries = 0; tries < 2000; tries += 1) {
        const response = await send()
        await response.arrayBuffer()
        if (response.status === status) return response
        // Some may have been given up meanwhile, where the machine is slow.
        if (status === 429) slow.push(announced())
        await pause(25)
      }
      throw new Error(`It was never answered ${status}.`)
    }
    const refused = await until(429)
    assert.isAbove(Number(refused.headers.get('retry-after')), 0)
    for (const sending of slow) sending.destroy()
    await until(200)
    assert.deepEqual(await callsOf(customer), ['a support 09:00:00 lost'])
  })

  test('a body larger than the installation takes is refused, said or not said beforehand', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const { headers } = await madeTicket(
      await madeUser(customer, { administrator: true }),
      customer,
      ['collect']
    )
    const block = Buffer.alloc(1024 * 1024, RING)
    const blocks = new ReadableStream({
      start: () => {},
      pull(controller) {
        sent += 1
        if (sent > 203) controller.close()
        else controller.enqueue(block)
      },
    })
    let sent = 0
    const response = await fetch(`${base}/default?source=hotline`, {
      method: 'POST',
      body: blocks,
      headers,
      duplex: 'half',
    } as RequestInit)
    assert.equal(response.status, 413)
    assert.isEmpty(await callsOf(customer))
    // Connections are used again: none of them may still wait for the rest of that body.
    const next = await Promise.all(
      Array.from({ length: 16 }, () => fetch(`${base}/default`, { headers }))
    )
    assert.deepEqual([...new Set(next.map(({ status }) => status))], [404])
  })

  test("a full disk is the server's trouble: 503, and when to send again", async ({ assert }) => {
    const customer = await hotlineCustomer()
    const point = await ensurePoint({ customerId: customer.id, source: 'hotline', name: 'default' })
    // The device of the system on which every write finds no room.
    const write = () => writeFile('/dev/full', RING)
    const failed = await noteError(point, write).catch((error: unknown) => error)
    assert.instanceOf(failed, RequestError)
    const { status, code, retryAfterSeconds } = (failed as RequestError).problem
    assert.deepEqual({ status, code }, { status: 503, code: 'E_STORAGE_FULL' })
    assert.isAbove(retryAfterSeconds ?? 0, 0)
    await point.refresh()
    assert.isNull(point.lastError)
  })
})
