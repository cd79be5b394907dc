import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { addSending } from '#core/delivery/add_sending'
import { checkRecipients } from '#core/saved_reports/check_recipients'
import { nobodyToSendTo } from '#core/delivery/errors'
import { kickDelivery } from '#core/delivery/kick_delivery'
import Sending from '#core/delivery/models/sending'
import { distinctAddresses } from '#core/saved_reports/distinct_addresses'
import type SavedReport from '#core/saved_reports/models/saved_report'
import type Schedule from '#core/saved_reports/models/schedule'
import { resolvePeriod } from '#core/saved_reports/periods/resolve_period'
import { writeTransaction } from '#database/write_transaction'

/** How a sending by hand differs from one on the schedule. */
export interface ByHand {
  /** Local date: the report is made as if it had been made and sent then. Today unless said. */
  asIfOn?: string
  /** Instead of the report's own. */
  recipients?: readonly string[]
  /** Who sends it. */
  askedBy: number
}

/**
 * Sends a report by hand as its schedule does, also while it is inactive or paused, with its owner's
 * rights. It is in the ledger when this answers; making and handing it over follow. Throws
 * `E_NO_RECIPIENTS`.
 */
export async function sendNow(
  saved: SavedReport,
  schedule: Schedule,
  { asIfOn, recipients, askedBy }: ByHand
): Promise<Sending> {
  const addresses = distinctAddresses(recipients ?? saved.recipients)
  if (!addresses.length) throw nobodyToSendTo()
  await checkRecipients(saved.customerId, addresses)
  const now = DateTime.utc()
  const on = asIfOn ?? (now.setZone(schedule.zone).toISODate() as string)
  const dates = resolvePeriod(schedule.period, { count: schedule.periodCount, on })
  const { id } = await writeTransaction((client) =>
    addSending(
      client,
      {
        customerId: saved.customerId,
        savedReportId: saved.id,
        scheduleId: schedule.id,
        ownerId: saved.ownerId,
        askedBy,
        occasion: `manual:${randomUUID()}`,
        dueAt: now,
        title: saved.name,
        locale: saved.locale,
        onDate: on,
        fromDate: dates.from,
        toDate: dates.to,
        state: 'planned',
        large: schedule.specification,
        recipients: addresses,
      },
      now
    )
  )
  await kickDelivery()
  return Sending.findOrFail(id)
}
