import { RequestError } from '#core/http/request_error'
import type { Reader } from '#core/permissions/reader'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { savedReportReader } from '#core/saved_reports/saved_report_reader'

/**
 * The rights that a change is checked with: the owner's, or where there is no owner any more those of
 * the administrator who mends it.
 */
export async function ownerRights(saved: SavedReport, reader: Reader): Promise<Reader> {
  if (saved.ownerId === reader.userId) return reader
  try {
    return await savedReportReader(saved)
  } catch (error) {
    if (error instanceof RequestError && error.code?.startsWith('E_OWNER_')) return reader
    throw error
  }
}
