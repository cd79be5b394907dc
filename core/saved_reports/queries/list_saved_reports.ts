import { demandExtended } from '#core/customers/queries/demand_extended'
import type { Reader } from '#core/permissions/reader'
import SavedReport from '#core/saved_reports/models/saved_report'
import { seesAllSaved } from '#core/saved_reports/queries/find_saved_report'

/**
 * The reader's saved reports by name; with `all` and for an administrator everybody's.
 *
 * @throws E_NOT_IN_EDITION
 */
export async function listSavedReports(
  reader: Reader,
  { all = false }: { all?: boolean } = {}
): Promise<SavedReport[]> {
  const { customerId, userId } = reader
  await demandExtended(customerId)
  return SavedReport.query()
    .where('customerId', customerId)
    .if(!all || !seesAllSaved(reader), (query) => query.where('ownerId', userId))
    .orderBy('name')
    .orderBy('id')
}

/**
 * The templates of the customer's, by name.
 *
 * @throws E_NOT_IN_EDITION
 */
export async function listTemplates({ customerId }: Reader): Promise<SavedReport[]> {
  await demandExtended(customerId)
  return SavedReport.query().where({ customerId, isTemplate: true }).orderBy('name').orderBy('id')
}
