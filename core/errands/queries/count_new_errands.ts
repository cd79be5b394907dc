import ErrandReport from '#core/errands/models/errand_report'
import type { Reader } from '#core/permissions/reader'

/** How many reported errands of the objects that the reader sees nobody has handled yet. */
export async function countNewErrands({ customerId, objectIds }: Reader): Promise<number> {
  const reports = await ErrandReport.query()
    .where('customerId', customerId)
    .whereNull('handledAt')
    .select('objectId')
  return reports.filter(({ objectId }) => !objectIds || objectIds.has(objectId)).length
}
