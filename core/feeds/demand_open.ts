import { DateTime } from 'luxon'
import { getCustomer } from '#core/customers/queries/get_customer'
import { connectorOff, reportClosed } from '#core/feeds/errors'
import type Connector from '#core/feeds/models/connector'
import { RequestError } from '#core/http/request_error'
import { can } from '#core/permissions/can'
import { notAllowed } from '#core/permissions/errors'
import type { Reader } from '#core/permissions/reader'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { savedReportReader } from '#core/saved_reports/saved_report_reader'
import { stateOn } from '#core/saved_reports/sends_on'

/**
 * Demands that a connector may be read now: it and its saved report are active by the customer's clock,
 * and the owner is still somebody who may let others read. Answers the owner's rights.
 *
 * @throws E_INACTIVE, E_PAUSED, E_EXPIRED, and those of `savedReportReader`
 */
export async function demandOpen(connector: Connector, saved: SavedReport): Promise<Reader> {
  if (!connector.enabled) throw connectorOff()
  const { zone } = await getCustomer(saved.customerId)
  const state = stateOn(saved, DateTime.now().setZone(zone).toISODate() as string)
  if (state !== 'active') throw reportClosed(state, saved)
  const reader = await ownerReader(saved)
  if (!can(reader, 'connectors.manage')) throw notAllowed('connectors.manage')
  return reader
}

/** That the owner may no longer read is no fault of whoever asks, but they are refused all the same. */
async function ownerReader(saved: SavedReport): Promise<Reader> {
  try {
    return await savedReportReader(saved)
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    throw new RequestError({ ...error.problem, status: 403 })
  }
}
