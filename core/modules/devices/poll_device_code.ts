import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { POLL_SECONDS } from '#core/modules/devices/ask_device_code'
import { hashSecret, newSecret } from '#core/users/secret'
import { momentText } from '#database/columns'
import { momentDate } from '#core/contracts/module_table'

export type Polled =
  | { state: 'pending' | 'expired' }
  /** Ask more seldom. */
  | { state: 'slowDown' }
  | { state: 'approved'; credential: string }

interface CodeRow {
  id: number
  customer_id: number | null
  subject: string | null
  polled_at: string | null
}

/** Whether a device was approved since; then it is given its credential, once. */
export async function pollDeviceCode(module: string, device: string): Promise<Polled> {
  const now = DateTime.utc()
  const row = (await db
    .from('device_codes')
    .where({ module, device_hash: hashSecret(device) })
    .where('expires_at', '>', momentText(now))
    .select('id', 'customer_id', 'subject', 'polled_at')
    .first()) as CodeRow | null
  if (!row) return { state: 'expired' }
  const polledAt = momentDate(row.polled_at)?.getTime() ?? 0
  // Half a second early is the network's doing.
  if (now.toMillis() - polledAt < POLL_SECONDS * 1000 - 500) return { state: 'slowDown' }
  const { customer_id: customerId, subject } = row
  if (customerId === null || subject === null) {
    await db
      .from('device_codes')
      .where('id', row.id)
      .update({ polled_at: momentText(now) })
    return { state: 'pending' }
  }
  // Whoever takes the row away is given the credential; a second request at the same time is not.
  const taken = Number(await db.from('device_codes').where('id', row.id).delete())
  if (taken !== 1) return { state: 'expired' }
  const credential = newSecret()
  await db.table('module_links').insert({
    customer_id: customerId,
    module,
    token_hash: hashSecret(credential),
    subject,
    until: null,
    created_at: momentText(now),
  })
  return { state: 'approved', credential }
}
