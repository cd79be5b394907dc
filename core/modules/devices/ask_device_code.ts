import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { takeTurn } from '#core/http/take_turn'
import { newCheckNumber, newDeviceCode, shownCode } from '#core/modules/devices/device_code'
import { tooManyRequests } from '#core/permissions/errors'
import { hashSecret, newSecret } from '#core/users/secret'
import { momentText } from '#database/columns'

/** Seconds that a code is good for, and between two times that a device asks whether it was approved. */
const LIFETIME = 600
export const POLL_SECONDS = 5

const CODES = { most: 10, every: '10 min', refusal: tooManyRequests }

export interface AskedCode {
  /** To be shown: `WDJB-MJHT`, and the number beside it. */
  code: string
  check: number
  /** The device's own secret, by which it asks whether it was approved. */
  device: string
  expiresIn: number
  interval: number
}

/**
 * A code for a device that nobody has signed in on, after the device flow of RFC 8628: a person of a
 * customer types it elsewhere. One network address may have ten in ten minutes.
 */
export async function askDeviceCode(wish: {
  module: string
  address: string
  engine: string
  resolution: string
}): Promise<AskedCode> {
  const { module, address, engine, resolution } = wish
  await takeTurn(`device-code:${address}`, CODES)
  const now = DateTime.utc()
  await db.from('device_codes').where('expires_at', '<', momentText(now)).delete()
  const code = newDeviceCode()
  const device = newSecret()
  const check = newCheckNumber()
  await db.table('device_codes').insert({
    module,
    code_hash: hashSecret(code),
    device_hash: hashSecret(device),
    check_number: check,
    address,
    engine: engine.slice(0, 255),
    resolution: resolution.slice(0, 32),
    expires_at: momentText(now.plus({ seconds: LIFETIME })),
  })
  return { code: shownCode(code), check, device, expiresIn: LIFETIME, interval: POLL_SECONDS }
}
