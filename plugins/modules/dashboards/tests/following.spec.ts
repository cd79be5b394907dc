import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import type { Answer } from '#core/contracts/question'
import { asker, codeOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { madeUser } from '#tests/made/user'
import { emptyDocument } from '../empty_document.js'
import { followFrames, type FrameData } from '../frontend/follow_frames.js'
import { gathering } from '../frontend/gathered.js'

const BOARDS = '/api/dashboards/v1/boards'
const document = {
  ...emptyDocument,
  places: [{ id: 'a', x: 0, y: 0, w: 4, h: 3 }],
  widgets: { a: { kind: 'opening_state' } },
}
const answer = (total: number) => ({ total: { calls: total } }) as unknown as Answer

test.group('Dashboards | following', () => {
  test('a dashboard is watched by who may open it, and says when another version is published', async ({
    assert,
    client,
  }) => {
    const customer = await madeCustomer({ edition: 'extended' })
    const anna = asker(client, await madeUser(customer, { seesEverything: true }), customer)
    const bo = asker(client, await madeUser(customer), customer)
    const { body: made } = await anna('POST', BOARDS, { name: 'Support', document })
    const stream = `${BOARDS}/${made.id}/stream`
    const { body: frame } = await anna('GET', stream)
    assert.equal(frame.event, 'hello')
    assert.deepEqual(Object.keys(frame.data.answers), ['a.0'])
    assert.equal(await codeOf(bo('GET', stream)), 'E_BOARD_NOT_FOUND')
    await anna('POST', `${BOARDS}/${made.id}/publish`, { revision: frame.data.revision })
    const { body: later } = await anna('GET', `${stream}?after=${frame.id}`)
    assert.equal(later.data.revision, frame.data.revision + 1)
  })

  test('answers are put together in the order of their questions, and only up to the first that is missing', ({
    assert,
  }) => {
    const gather = gathering()
    assert.deepEqual(gather({ 'a.1': answer(1), 'b.0': answer(2) }, true), { b: [answer(2)] })
    const both = gather({ 'a.0': answer(3) }, false)
    assert.deepEqual(both, { a: [answer(3), answer(1)], b: [answer(2)] })
    const next = gather({ 'a.0': answer(4) }, false)
    assert.strictEqual(next.b, both.b)
    assert.deepEqual(gather({}, true), {})
  })

  test('frames are asked for one by one where something on the way holds the connection back', async ({
    assert,
  }) => {
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(request.url)
      if (request.headers.accept === 'text/event-stream') return
      response.setHeader('content-type', 'application/json')
      const data = { now: '', build: '', revision: 1, answers: { 'a.0': answer(asked.length) } }
      response.end(JSON.stringify({ id: 'x.1', event: 'hello', data }))
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const frames: FrameData[] = []
    await new Promise<void>((resolve) => {
      const { stop } = followFrames(
        () => `http://127.0.0.1:${port}/stream`,
        {
          frame(data) {
            frames.push(data)
            if (frames.length < 2) return
            stop()
            resolve()
          },
          heard: () => undefined,
          failed: () => undefined,
          over: () => undefined,
        },
        undefined,
        { greetingMs: 50, askedEveryMs: 50 }
      )
    })
    server.closeAllConnections()
    server.close()
    assert.deepEqual(asked, ['/stream', '/stream', '/stream?after=x.1'])
  })
})
