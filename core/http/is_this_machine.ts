import { BlockList, isIP } from 'node:net'
import type { HttpRequest } from '@adonisjs/core/http'

const own = new BlockList()
own.addSubnet('127.0.0.0', 8, 'ipv4')
own.addAddress('::1', 'ipv6')

/**
 * Whether a request comes from this machine itself. Behind a proxy that `TRUSTED_PROXIES` names, whom it
 * forwards counts; one that it does not name says that it forwards, and then nobody knows for whom.
 */
export function isThisMachine(request: HttpRequest): boolean {
  const plain = request.ip().replace(/^::ffff:(?=\d+\.)/i, '')
  const version = isIP(plain)
  if (version === 0 || !own.check(plain, version === 4 ? 'ipv4' : 'ipv6')) return false
  const forwards = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) =>
    request.header(name)
  )
  return !forwards || request.ips().length > 1
}
