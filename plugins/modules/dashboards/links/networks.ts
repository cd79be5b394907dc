import { BlockList, isIP } from 'node:net'

/** A network such as `192.0.2.0/24`, or one address. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (!version || more.length) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)
}

/** Whether an address is in one of some networks; all are where there are none. */
export function isWithin(networks: readonly string[], address: string): boolean {
  if (!networks.length) return true
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const family = (text: string) => (isIP(text) === 6 ? 'ipv6' : 'ipv4')
  if (!isIP(plain)) return false
  const list = new BlockList()
  for (const network of networks) {
    const [from = '', bits] = network.split('/')
    if (bits === undefined) list.addAddress(from, family(from))
    else list.addSubnet(from, Number(bits), family(from))
  }
  return list.check(plain, family(plain))
}

/** An address without what tells people apart: `192.0.2.x`, or the first three groups of the long kind. */
export function cutAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(plain) === 4) return plain.replace(/\.\d+$/, '.x')
  if (isIP(plain) === 6) {
    const [head = ''] = plain.split('::')
    return `${head.split(':').slice(0, 3).join(':')}::x`
  }
  return ''
}
