import { DateTime } from 'luxon'
import { forgetFile } from '#core/collection/files/forget_file'
import CollectedFile from '#core/collection/models/collected_file'
import { momentText } from '#database/columns'

/** Days for which the demo keeps what it collected: a year back can be compared at any time. */
export const DEMO_DAYS = 400

/** Lets go of the demo's collected files whose calls are not kept any more, so that it may go on for years. */
export async function forgetOldFiles(customerId: number, now: Date): Promise<void> {
  const before = DateTime.fromJSDate(now).minus({ days: DEMO_DAYS })
  const old = await CollectedFile.query()
    .where('customer_id', customerId)
    .where('updated_at', '<', momentText(before))
  for (const file of old) await forgetFile(file)
}
