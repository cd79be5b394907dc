import { test } from '@japa/runner'
import type { Grant } from '#core/permissions/grant'
import { closeStreams, openStreams } from '#core/questions/stream/streams_in_use'
import { revokeTicket } from '#core/users/actions/revoke_ticket'
import { codeOf } from '#tests/made/asker'
import { statusOf } from '#tests/made/status_of'
import { madeTicket } from '#tests/made/ticket'
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

  test('events go on until the ticket has been revoked or the module is switched off', async ({
    assert,
    client,
  }) => {
    const { ask, administrator, customer } = await madeNoting(client)
    const { body: topic } = await ask('POST', '/api/probe/v1/topics', { name: 'Queue closed' })
    const path = `/api/probe/v1/topics/${topic.id}/stream`
    const watched = async (end: (token: string) => Promise<unknown>) => {
      const { token, headers } = await madeTicket(administrator, customer, ['probe' as Grant])
      const response = await fetch(`http://127.0.0.1:${process.env.PORT}${path}`, {
        headers: { ...headers, accept: 'text/event-stream' },
      })
      let text = ''
      for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
        const before = text
        text += part
        if (before.includes('event: hello') || !text.includes('event: hello')) continue
        await end(token)
        openStreams().refresh('probe', customer.id)
      }
      return { type: response.headers.get('content-type'), text }
    }
    const revoked = await watched(revokeTicket)
    assert.equal(revoked.type, 'text/event-stream; charset=utf-8')
    assert.match(revoked.text, /event: bye\ndata: \{"reason":"E_BAD_TICKET"\}\n\n$/)
    const off = await watched(() => disable(customer, 'probe'))
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
