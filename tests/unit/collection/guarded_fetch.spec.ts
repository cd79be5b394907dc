import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { guardedFetch } from '#core/collection/guarded_fetch'

test.group('What a collector may fetch', (group) => {
  let server: Server
  let address: string

  group.setup(async () => {
    server = createServer((request, response) => {
      const to = new URL(request.url ?? '/', address).searchParams.get('to')
      if (to) response.writeHead(302, { location: to }).end()
      else response.end('calls')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return () => {
      server.close()
    }
  })

  test('an address that the settings name is fetched, a private one too', async ({ assert }) => {
    const response = await guardedFetch({ url: `${address}/api` })(`${address}/calls`)
    assert.equal(await response.text(), 'calls')
    const named = await guardedFetch({ host: '127.0.0.1' })(`${address}/calls`)
    assert.equal(named.status, 200)
  })

  test('{address} is refused')
    .with(
      [
        'http://169.254.169.254/latest/meta-data',
        'http://localhost/',
        'http://2130706433/other-port-or-host',
        'http://[::ffff:127.0.0.1]/',
        'https://example.com/',
      ].map((other) => ({ address: other }))
    )
    .run(async ({ assert }, { address: other }) => {
      const attempt = guardedFetch({ url: address, zone: 'Europe/Stockholm', note: 'anything' })
      await assert.rejects(() => attempt(other), /is not an address that the settings name/)
    })

  test('files of the machine are no address', async ({ assert }) => {
    await assert.rejects(() => guardedFetch({ url: 'file:///etc/passwd' })('file:///etc/passwd'))
  })

  test('a redirect is followed within the host and nowhere else', async ({ assert }) => {
    const fetchIt = guardedFetch({ url: address })
    const followed = await fetchIt(`${address}/?to=/there`)
    assert.equal(await followed.text(), 'calls')
    const elsewhere = encodeURIComponent('http://169.254.169.254/')
    await assert.rejects(() => fetchIt(`${address}/?to=${elsewhere}`), /sends elsewhere/)
  })
})
