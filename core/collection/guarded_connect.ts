import { connect as connectPlain } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as connectSecure } from 'node:tls'
import { addressRefused } from '#core/collection/errors'
import { namedHosts } from '#core/collection/guarded_fetch'
import type { Tools } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'

const TIMEOUT_MS = 10_000

/**
 * The `connect` that collectors are given: to hosts that an operator named in the settings, and nowhere
 * else. Throws E_ADDRESS_REFUSED for any other, and why a host does not answer.
 */
export function guardedConnect(settings: Readonly<Record<string, Json>>): Tools['connect'] {
  const hosts = namedHosts(settings)
  return async ({ host, port, tls }) => {
    const shown = host.includes(':') ? `[${host}]` : host
    if (!hosts.includes(`${shown}:${port}`) && !hosts.includes(shown)) {
      throw addressRefused(`${shown}:${port}`, hosts)
    }
    return new Promise<Duplex>((resolve, reject) => {
      const socket = tls
        ? connectSecure({ host, port, servername: host })
        : connectPlain({ host, port })
      const fail = (error: Error) => {
        socket.destroy()
        reject(new Error(`${shown}:${port} does not answer: ${error.message}`, { cause: error }))
      }
      socket.setTimeout(TIMEOUT_MS, () => fail(new Error('no answer in time')))
      socket.once('error', fail)
      socket.once(tls ? 'secureConnect' : 'connect', () => {
        socket.setTimeout(0)
        socket.off('error', fail)
        socket.setKeepAlive(true, 15_000)
        resolve(socket)
      })
    })
  }
}
