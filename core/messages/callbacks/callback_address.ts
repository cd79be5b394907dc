import { createHmac, timingSafeEqual } from 'node:crypto'
import { publicAddress } from '#core/http/public_address'
import env from '#start/env'

/** 128 bits, which say that this installation gave the address out for this account. */
const TOKEN_BYTES = 16

/**
 * Where a channel's platform tells what became of the messages of an account, a customer's or the
 * installation's (null). Undefined where no address of this installation can be reached from outside.
 */
export function callbackAddress(channel: string, customerId: number | null): string | undefined {
  if (!env.get('PUBLIC_URL')) return undefined
  return publicAddress(`/in/${channel}/${callbackToken(channel, customerId)}`)
}

/** The last part of the address: which account, and the proof. */
export const callbackToken = (channel: string, customerId: number | null): string =>
  `${customerId ?? 0}-${proofOf(channel, customerId ?? 0).toString('base64url')}`

/** The customer whose account a token is of, null for the installation's; undefined for a wrong one. */
export function accountOfToken(channel: string, token: string): number | null | undefined {
  const [, id = '', proof = ''] = /^(\d{1,10})-([\w-]{22})$/.exec(token) ?? []
  if (!id) return undefined
  const given = Buffer.from(proof, 'base64url')
  const right = proofOf(channel, Number(id))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  return Number(id) || null
}

const proofOf = (channel: string, id: number) =>
  createHmac('sha256', env.get('APP_KEY').release())
    .update(`callback ${channel} ${id}`)
    .digest()
    .subarray(0, TOKEN_BYTES)
