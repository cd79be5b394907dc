import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, type LookupFunction, isIP } from 'node:net'
import env from '#start/env'

const TIMEOUT_MS = 10_000
const MOST_BYTES = 1024 * 1024

const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  closed.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  closed.addSubnet(network, prefix, 'ipv6')
}

/** Whether the operator lets issuers stand in the installation's own network, and speak without TLS. */
export const privateIssuersAllowed = () => env.get('SSO_PRIVATE_ISSUERS') ?? false

/** Whether an address of the network is one that only machines beside ours reach. */
export const isPrivateAddress = (address: string): boolean =>
  closed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/**
 * A `fetch` for addresses that an administrator typed: https to public hosts, the address checked
 * when the connection is made, no redirects, ten seconds and a megabyte.
 */
export async function publicFetch(
  address: string,
  { method, headers, body }: { method?: string; headers?: Record<string, string>; body?: unknown }
): Promise<Response> {
  const url = new URL(address)
  const open = privateIssuersAllowed()
  if (url.protocol !== 'https:' && !(open && url.protocol === 'http:')) {
    throw new Error(`${url.origin} does not begin with https.`)
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!open && isIP(host) && isPrivateAddress(host)) throw refused(host)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: method ?? 'GET',
        headers: Object.fromEntries(new Headers(headers)),
        lookup: open ? undefined : publicLookup,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
      (answer) => {
        const parts: Buffer[] = []
        let bytes = 0
        answer.on('data', (part: Buffer) => {
          parts.push(part)
          bytes += part.length
          if (bytes > MOST_BYTES) asked.destroy(new Error(`${url.origin} answers too much.`))
        })
        answer.on('error', reject)
        answer.on('end', () =>
          resolve(
            new Response(bytes ? Buffer.concat(parts) : null, {
              status: answer.statusCode ?? 500,
              headers: Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
            })
          )
        )
      }
    )
    asked.on('error', reject)
    asked.end(body ? String(body) : undefined)
  })
}

const publicLookup: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    const wrong = addresses.find(({ address }) => isPrivateAddress(address))
    if (wrong) return done(refused(wrong.address), [])
    const [first] = addresses
    if (options.all) done(null, addresses)
    else done(null, first?.address ?? '', first?.family)
  })

const refused = (address: string) => new Error(`${address} is an address of this network.`)
