import { demandExtended } from '#core/customers/queries/demand_extended'
import type { Reader } from '#core/permissions/reader'
import { unknownSavedReport, unknownSchedule } from '#core/saved_reports/errors'
import SavedReport from '#core/saved_reports/models/saved_report'
import Schedule from '#core/saved_reports/models/schedule'

const idOf = (id: unknown) => (/^\d{1,9}$/.test(String(id)) ? Number(id) : 0)

/** Administrators see to everybody's, others to their own. */
export const seesAllSaved = (reader: Reader) => reader.role === 'administrator'

/**
 * The saved report of this id that the reader may change: their own, or for an administrator anybody's.
 *
 * @throws E_UNKNOWN_SAVED_REPORT, also for another's and another customer's; E_NOT_IN_EDITION
 */
export async function findSavedReport(reader: Reader, id: unknown): Promise<SavedReport> {
  const { customerId, userId } = reader
  await demandExtended(customerId)
  const saved = await SavedReport.findBy({ customerId, id: idOf(id) })
  if (!saved || (saved.ownerId !== userId && !seesAllSaved(reader))) {
    throw unknownSavedReport(String(id))
  }
  return saved
}

/** As `findSavedReport`, and templates of the customer's besides. */
export async function findCopiable(reader: Reader, id: unknown): Promise<SavedReport> {
  const { customerId } = reader
  const template = await SavedReport.findBy({ customerId, id: idOf(id), isTemplate: true })
  return template ?? findSavedReport(reader, id)
}

/** The saved report's schedule of this id. Throws `E_UNKNOWN_SCHEDULE`. */
export async function findSchedule(saved: SavedReport, id: unknown): Promise<Schedule> {
  const { customerId, id: savedReportId } = saved
  const schedule = await Schedule.findBy({ customerId, savedReportId, id: idOf(id) })
  if (!schedule) throw unknownSchedule(String(id), saved.name)
  return schedule
}

/** The schedules of some saved reports of a customer's, in the order they were made. */
export const schedulesOf = (customerId: number, savedReportIds: readonly number[]) =>
  Schedule.query()
    .where('customerId', customerId)
    .whereIn('savedReportId', [...savedReportIds])
    .orderBy('id')
