import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { Watching } from '#core/contracts/module'
import type { Answer, ReportQuestion } from '#core/contracts/question'
import { nothingHere } from '#core/http/errors'
import { readerFor } from '#core/permissions/read_rights'
import type { Reader } from '#core/permissions/reader'
import { newSheet } from '#core/questions/hub/answer_sheet'
import { QuestionHub } from '#core/questions/hub/question_hub'
import { FrameStream } from '#core/questions/stream/frame_stream'
import { OpenStreams } from '#core/questions/stream/open_streams'
import { tellFactsChanged } from '#core/facts/facts_changed'
import { makeServer } from '../../../bin/http_server.js'
import { madeCustomer } from '#tests/made/customer'
import { madeUser } from '#tests/made/user'

const of = (...columns: string[]): ReportQuestion => ({
  kind: 'report',
  report: 'asterisk.queue',
  period: { choice: 'today' },
  columns,
})

interface Frame {
  id?: string
  event: string
  data: { revision?: unknown; answers?: Record<string, Answer>; reason?: string; now?: string }
}

/** The frames of a stream as they come, read as a browser would. */
async function* framesOf(stream: FrameStream): AsyncGenerator<Frame, undefined> {
  let text = ''
  for await (const piece of stream) {
    text += String(piece)
    const parts = text.split('\n\n')
    text = parts.pop()!
    for (const part of parts) {
      const fields = Object.fromEntries(
        part.split('\n').map((line) => {
          const at = line.indexOf(':')
          return [line.slice(0, at), line.slice(at + 1).trim()]
        })
      )
      if (!fields.event) continue
      yield {
        ...(fields.id && { id: fields.id }),
        event: fields.event,
        data: JSON.parse(fields.data!) as Frame['data'],
      }
    }
  }
}

/** A customer's streams over questions whose answers count how often they were worked out. */
async function counting() {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  const user = await madeUser(customer, { administrator: true })
  const reader = await readerFor(user.id, customer.id)
  let count = 0
  const hub = new QuestionHub({
    now: () => new Date(),
    soonest: 0,
    answer: (question, { now }) => {
      count += 1
      const columns = question.kind === 'report' ? question.columns : []
      const row = Object.fromEntries(columns.map((key) => [key, count]))
      return Promise.resolve({
        asOf: now.toISO()!,
        goodFor: null,
        from: 'facts',
        columns: columns.map((key) => ({ key, unit: 'count' as const })),
        rows: [],
        total: row,
      })
    },
  })
  const streams = new OpenStreams(() => hub)
  let watching: Watching | undefined = {
    revision: 1,
    questions: { offered: of('incoming'), lost: { ...of('abandoned'), grouping: 'object' } },
  }
  return {
    customer,
    hub,
    streams,
    show: (next: Watching | undefined) => (watching = next),
    written: () =>
      tellFactsChanged({ customerId: customer.id, source: 'asterisk', event: 'queueCall' }),
    open: (after?: string) =>
      streams.open({
        topic: 'boards',
        customerId: customer.id,
        owner: 'user 1',
        after,
        renew: () =>
          watching ? Promise.resolve({ reader, watching }) : Promise.reject(nothingHere()),
        tools: { now: () => new Date(), build: () => 'b1', isPublic: false },
      }),
  }
}

/** Frames until one of them is so; answers the last. */
async function until(frames: AsyncGenerator<Frame>, is: (frame: Frame) => boolean) {
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    if (is(next.value)) return next.value
  }
  throw new Error('The stream ended before.')
}

async function isOver(frames: AsyncGenerator<Frame>) {
  const { done } = await frames.next()
  return done
}

const has = (name: string) => (frame: Frame) => Boolean(frame.data.answers?.[name])

test.group('Questions | streams', () => {
  test('the first frame greets, the next have what has changed, and who comes back is sent what is newer', async ({
    assert,
  }) => {
    const { hub, streams, open, written, show, customer } = await counting()
    const stream = await open()
    const frames = framesOf(stream)
    const hello = await frames.next()
    assert.deepInclude(hello.value, { event: 'hello' })
    assert.deepInclude(hello.value!.data, { build: 'b1', revision: 1 })
    const first = await until(frames, has('lost'))
    assert.property(first.data.answers, 'offered')
    written()
    const second = await until(frames, has('offered'))
    assert.equal(second.event, 'answers')
    assert.isAbove(
      Number(second.data.answers!.offered!.total!.incoming),
      Number(first.data.answers!.offered!.total!.incoming)
    )

    const last = await until(framesOf(await open(first.id)), () => true)
    assert.deepInclude(last, { event: 'answers', id: second.id })
    // Of another revision, or with other rights, the same names stand for something else.
    show({ revision: 2, questions: { offered: of('incoming') }, notice: { identify: 7 } })
    streams.refresh('boards', customer.id)
    const notice = await until(frames, ({ event }) => event === 'notice')
    assert.deepEqual(notice.data as unknown, { identify: 7 })
    const anew = await until(frames, ({ event }) => event === 'hello')
    assert.deepInclude(anew.data, { revision: 2 })
    assert.deepEqual(Object.keys(anew.data.answers!), ['offered'])
    const stranger = await until(framesOf(await open(first.id)), () => true)
    assert.equal(stranger.event, 'notice')

    show(undefined)
    streams.refresh('boards', customer.id)
    const bye = await until(frames, ({ event }) => event === 'bye')
    assert.equal(bye.data.reason, 'E_ROUTE_NOT_FOUND')
    assert.isTrue(await isOver(frames))
    await streams.close()
    hub.close()
  })

  test('a server that stops says goodbye to everybody and ends', async ({ assert }) => {
    const { hub, streams, open } = await counting()
    const [one, other] = [await open(), await open()]
    // One of them takes nothing, which must not hold the server up.
    const frames = framesOf(one)
    await frames.next()
    const closed = streams.close()
    const bye = await until(frames, ({ event }) => event === 'bye')
    assert.equal(bye.data.reason, 'stopping')
    assert.isTrue(await isOver(frames))
    await closed
    assert.isTrue(other.destroyed)
    assert.equal(streams.size, 0)
    await assert.rejects(() => open(), /stops/)
    hub.close()
  })

  test('who takes nothing holds no more than 64 kB, however much happens', async ({
    assert,
    cleanup,
  }) => {
    const text = JSON.stringify({ rows: 'å'.repeat(100_000) })
    const sheets = new Map(
      ['offered', 'lost', 'queues'].map((name) => {
        const sheet = { ...newSheet(name, of('incoming'), {} as Reader, 0), text }
        return [name, sheet] as const
      })
    )
    const tools = { now: () => new Date(), build: () => 'b1', isPublic: false }
    const frames = new FrameStream({ revision: 1, sheets }, undefined, tools)
    const { promise: answered, resolve } = Promise.withResolvers<ServerResponse>()
    const server = makeServer((_request, response) => {
      frames.pipe(response)
      resolve(response)
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    cleanup(() => {
      socket.destroy()
      server.closeAllConnections()
      server.close()
    })
    socket.pause()
    socket.write('GET / HTTP/1.1\r\nHost: wall\r\n\r\n')
    const response = await answered
    let most = 0
    for (let change = 1; change <= 2000; change += 1) {
      for (const sheet of sheets.values()) sheet.changedAt += 1
      frames.changed(sheets.keys())
      frames.beat()
      await setImmediate()
      most = Math.max(most, frames.readableLength + response.writableLength)
    }
    assert.isAbove(most, 0)
    assert.isAtMost(most, 64 * 1024)
    assert.isAbove(frames.stalledFor(performance.now() + 10_000), 10_000)
    // Once it takes again it is sent what is so now, once.
    const numbers = new Set<string>()
    let taken = ''
    for await (const piece of socket.setEncoding('utf8')) {
      taken = (taken + String(piece)).slice(-200_000)
      for (const [, id] of taken.matchAll(/id: (\S+)/g)) numbers.add(id!)
      if ([...numbers].some((id) => id.endsWith('.2000'))) break
    }
    // The rest is what the system itself holds of a connection.
    assert.isBelow(numbers.size, 100)
  })
})
