import { test } from '@japa/runner'
import { closeStreams, openStreams } from '#core/questions/stream/streams_in_use'
import { codeOf, liveSession } from '#tests/made/asker'
import { statusOf } from '#tests/made/status_of'
import { disable, madeNoting } from '#tests/modules/modules'

test.group('Modules | streams', (group) => {
  group.each.teardown(() => closeStreams())

  test('a stream is answered frame by frame to who asks for JSON, and says what is newer', async ({
    assert,
    client,
  }) => {
    const { ask } = await madeNoting(client)
    const { body: topic } = await ask('POST', '/api/probe/v1/topics', { name: 'Queue closed' })
    const path = `/api/probe/v1/topics/${topic.id}/stream`
    const { body: hello } = await ask('GET', path)
    assert.deepInclude(hello, { event: 'hello' })
    assert.deepInclude(hello.data, { revision: 'Queue closed' })
    const { offered, open, wrong } = hello.data.answers
    assert.deepEqual(offered.total, { incoming: 0 })
    assert.isNull(open.total.open)
    assert.equal(wrong.problem.code, 'E_UNKNOWN_QUESTION')
    const { body: next } = await ask('GET', `${path}?after=${hello.id}`)
    assert.deepInclude(next, { event: 'answers', id: hello.id })
    assert.deepEqual(next.data.answers, {})
    await ask('PATCH', `/api/probe/v1/topics/${topic.id}`, { name: 'Open again' })
    const { body: anew } = await ask('GET', `${path}?after=${hello.id}`)
    assert.deepInclude(anew, { event: 'hello' })

    const other = await madeNoting(client, 'Sydvik AB')
    assert.equal(await codeOf(other.ask('GET', path)), 'E_PROBE_TOPIC')
  })

  test('events go on until the person’s session has ended or the module is switched off', async ({
    assert,
    client,
  }) => {
    const { ask, administrator, customer } = await madeNoting(client)
    const { body: topic } = await ask('POST', '/api/probe/v1/topics', { name: 'Queue closed' })
    const path = `/api/probe/v1/topics/${topic.id}/stream`
    const session = await liveSession(administrator, customer)
    const watched = async (end: () => Promise<unknown>) => {
      const answer = client
        .get(path)
        .accept('text/event-stream' as 'html')
        .withSession(session)
        .loginAs(administrator)
        .then((response) => response)
      while (openStreams().size === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      await end()
      openStreams().refresh('probe', customer.id)
      const response = await answer
      return { type: response.header('content-type'), text: response.text() }
    }
    const off = await watched(() => disable(customer, 'probe'))
    assert.equal(off.type, 'text/event-stream; charset=utf-8')
    assert.match(off.text, /^retry: \d+\n\nid: \S+\nevent: hello\ndata: \{/)
    assert.match(off.text, /event: bye\ndata: \{"reason":"E_ROUTE_NOT_FOUND"\}\n\n$/)
    assert.equal(await statusOf(ask('GET', path)), 404)
  })

  test('a link shows what its person may see, without what is wrong with a question, and ends with it', async ({
    assert,
    client,
  }) => {
    const { ask, administrator, customer } = await madeNoting(client)
    const { body: topic } = await ask('POST', '/api/probe/v1/topics', { name: 'Queue closed' })
    const { body: given } = await ask('POST', `/api/probe/v1/topics/${topic.id}/watch`, {
      as: administrator.id,
    })
    const path = new URL(String(given.link)).pathname
    const { body: shown } = await ask('GET', path)
    assert.deepInclude(shown.data.answers.wrong, { problem: { code: 'E_NO_ANSWER', message: '' } })
    await disable(customer, 'probe')
    assert.equal(await statusOf(ask('GET', path)), 404)
  })
})
