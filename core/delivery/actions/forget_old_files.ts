import { DateTime } from 'luxon'
import Customer from '#core/customers/models/customer'
import { forgetFile } from '#core/delivery/actions/forget_file'
import ArchivedFile from '#core/delivery/models/archived_file'
import { momentText } from '#database/columns'

const AT_ONCE = 500

/** Empties the archives of files that are older than their customers keep them. */
export async function forgetOldFiles(now: DateTime = DateTime.utc()): Promise<void> {
  for (const { id, deliveryRules } of await Customer.query().whereNotNull('deliveryRules')) {
    const { keptDays: days } = deliveryRules ?? {}
    if (days) await forgetFiles({ customerId: id, before: now.minus({ days }) })
  }
}

/**
 * Removes what sent files of a customer hold that were made before a moment, all of them or those with
 * single calls in them; that they were sent stays told. Answers how many.
 */
export async function forgetFiles({
  customerId,
  before,
  callsOnly = false,
}: {
  customerId: number
  before: DateTime
  callsOnly?: boolean
}): Promise<number> {
  let forgotten = 0
  for (;;) {
    const files = await ArchivedFile.query()
      .where({ customerId })
      .where('madeAt', '<', momentText(before))
      .whereNull('forgottenAt')
      .if(callsOnly, (query) => query.where('specification', true))
      .limit(AT_ONCE)
    if (!files.length) return forgotten
    for (const file of files) await forgetFile(file)
    forgotten += files.length
  }
}
