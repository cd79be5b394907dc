import { test } from '@japa/runner'
import { trustedProxies } from '#core/http/trusted_proxies'

test.group('Proxies whose word counts', () => {
  test('are the addresses, networks and names that are listed, and no others', ({ assert }) => {
    const trusts = trustedProxies('203.0.113.7, 10.0.0.0/8 2001:db8::/32,loopback')
    const trusted = ['203.0.113.7', '10.255.0.1', '2001:db8:1::9', '127.0.0.1', '::1']
    const others = ['203.0.113.8', '11.0.0.1', '2001:db9::1', '192.168.0.1', 'unknown', '']
    for (const address of trusted) assert.isTrue(trusts(address), address)
    assert.isTrue(trusts('::ffff:10.0.0.1'), 'an IPv4 address as IPv6 sockets tell it')
    for (const address of others) assert.isFalse(trusts(address), address)
    assert.isFalse(trustedProxies('')('127.0.0.1'))
  })

  test('are refused in a sentence where one is no address', ({ assert }) => {
    // A network without its length would otherwise be the whole internet.
    for (const wrong of ['10.0.0.0/', '10.0.0.0/33', '::/129', '10.0.0.0/8/9', 'proxy', '/8']) {
      assert.throws(
        () => trustedProxies(`loopback, ${wrong}`),
        `Invalid TRUSTED_PROXIES: "${wrong}". Allowed: addresses, networks such as 10.0.0.0/8, loopback, linklocal, uniquelocal.`
      )
    }
  })
})
