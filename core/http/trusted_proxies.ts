import { BlockList, isIP } from 'node:net'

const named: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}

/**
 * Whether a proxy's word counts for whom it forwards. `text` lists addresses, networks such as
 * `10.0.0.0/8`, and `loopback`, `linklocal`, `uniquelocal`; empty trusts none. Throws a sentence for
 * anything else.
 */
export function trustedProxies(text: string): (address: string) => boolean {
  const list = new BlockList()
  const networks = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .flatMap((one) => named[one] ?? [one])
  for (const network of networks) {
    const [, address = '', prefix] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(network) ?? []
    const version = isIP(address)
    const longest = version === 4 ? 32 : 128
    const bits = prefix === undefined ? longest : Number(prefix)
    if (!version || bits > longest) {
      throw new Error(
        `Invalid TRUSTED_PROXIES: "${network}". Allowed: addresses, networks such as 10.0.0.0/8, ${Object.keys(named).join(', ')}.`
      )
    }
    list.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6')
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
    const version = isIP(plain)
    return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6')
  }
}
