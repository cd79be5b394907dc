import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { closedDates } from '#core/customers/opening_hours'
import { getCustomer } from '#core/customers/queries/get_customer'
import { checkRecipients } from '#core/saved_reports/check_recipients'
import type { Reader } from '#core/permissions/reader'
import { checkSavedQuery } from '#core/saved_reports/check_saved_query'
import SavedReport from '#core/saved_reports/models/saved_report'
import Schedule from '#core/saved_reports/models/schedule'
import { distinctAddresses } from '#core/saved_reports/distinct_addresses'
import type { SavedQuery } from '#core/saved_reports/saved_query'
import { type AskedSchedule, savedSchedule } from '#core/saved_reports/saved_schedule'
import { nextDueAfter } from '#core/saved_reports/schedules/next_due_at'
import { writeTransaction } from '#database/write_transaction'

export interface NewSavedReport {
  name: string
  query: SavedQuery
  active?: boolean
  locale?: string
  recipients?: readonly string[]
  expiresOn?: string | null
  isTemplate?: boolean
  schedules?: readonly AskedSchedule[]
}

/**
 * Saves a report, with the reader as its owner. What the report asks for is checked with their rights.
 *
 * @throws what making it would throw, and what its schedules can be wrong in; then nothing is saved
 */
export async function createSavedReport(
  reader: Reader,
  { schedules = [], ...values }: NewSavedReport
): Promise<SavedReport> {
  await checkSavedQuery(values.query, reader)
  await checkRecipients(reader.customerId, values.recipients ?? [])
  const { zone, language, holidays } = await getCustomer(reader.customerId)
  const { query } = values
  const checked = schedules.map((asked) => savedSchedule(asked, { zone, query, owner: reader }))
  return writeTransaction(async (client) => {
    const saved = await keep(client, reader, { locale: language, ...values })
    const { customerId, id: savedReportId, createdAt, updatedAt } = saved
    const closed = closedDates(holidays)
    const rows = checked.map((one) => ({
      ...one,
      ...{ customerId, savedReportId, createdAt, updatedAt },
      nextDueAt: nextDueAfter(one, createdAt, closed),
    }))
    await Schedule.createMany(rows, { client })
    return saved
  })
}

const keep = (
  client: TransactionClientContract,
  { customerId, userId }: Reader,
  values: Omit<NewSavedReport, 'schedules'> & { locale: string }
) => {
  const now = DateTime.utc()
  return SavedReport.create(
    {
      customerId,
      ownerId: userId,
      name: values.name,
      active: values.active ?? false,
      paused: false,
      pausedUntil: null,
      expiresOn: values.expiresOn ?? null,
      isTemplate: values.isTemplate ?? false,
      locale: values.locale,
      recipients: distinctAddresses(values.recipients ?? []),
      query: values.query,
      createdAt: now,
      updatedAt: now,
    },
    { client }
  )
}
