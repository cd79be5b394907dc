import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { makeServer } from '../../../bin/http_server.js'

test.group('A server that is closed', () => {
  test('ends although somebody holds connections, used and never used', async ({ assert }) => {
    const server = makeServer((_request, response) => response.end('here'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const unused = connect(port, '127.0.0.1')
    await once(server, 'connection')
    const answer = await fetch(`http://127.0.0.1:${port}/`)
    assert.equal(await answer.text(), 'here')
    await new Promise<unknown>((resolve) => server.close(resolve))
    assert.isFalse(server.listening)
    unused.destroy()
  })
})
