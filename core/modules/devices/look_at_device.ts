import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { SeenDevice } from '#core/contracts/module_tools'
import { takeTurn } from '#core/http/take_turn'
import { checkNumbers, typedCode } from '#core/modules/devices/device_code'
import { tooManyRequests } from '#core/permissions/errors'
import { hashSecret } from '#core/users/secret'
import { momentText } from '#database/columns'

const WRONG_CODES = { most: 5, every: '15 min', refusal: tooManyRequests }

/** The device that shows this code and waits; undefined where there is none. Who asks may be wrong five times in a quarter of an hour. */
export async function lookAtDevice(of: {
  module: string
  code: string
  userId: number
}): Promise<SeenDevice | undefined> {
  const row = await waitingDevice(of.module, of.code)
  if (!row) {
    await takeTurn(`device-wrong:${of.userId}`, WRONG_CODES)
    return undefined
  }
  const { engine, address, resolution, check_number: check } = row
  return { engine, address, resolution, numbers: checkNumbers(check) }
}

export interface WaitingDevice {
  id: number
  check_number: number
  engine: string
  address: string
  resolution: string
}

/** The row of a code that is neither over nor approved. */
export async function waitingDevice(
  module: string,
  code: string
): Promise<WaitingDevice | undefined> {
  const row = (await db
    .from('device_codes')
    .where({ module, code_hash: hashSecret(typedCode(code)) })
    .where('expires_at', '>', momentText(DateTime.utc()))
    .whereNull('subject')
    .select('id', 'check_number', 'engine', 'address', 'resolution')
    .first()) as WaitingDevice | null
  return row ?? undefined
}
