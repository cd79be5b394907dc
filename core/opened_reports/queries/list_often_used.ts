import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import OpenedReport, { openedKinds } from '#core/opened_reports/models/opened_report'
import { can } from '#core/permissions/can'
import type { Reader } from '#core/permissions/reader'
import { momentText } from '#database/columns'

/** What has not been opened for so long is used no more. */
const DAYS = 90
const EACH = 6

/** A report that is opened often; a saved one with the name that it has now. */
export interface OftenUsed {
  opened: OpenedReport
  name: string | null
}

/** The reports that the reader opens most often in this customer, a few of each kind, the most used first. */
export async function listOftenUsed(reader: Reader): Promise<OftenUsed[]> {
  const { customerId, userId } = reader
  const opened = await OpenedReport.query()
    .where({ customerId, userId })
    .where('openedAt', '>=', momentText(DateTime.utc().minus({ days: DAYS })))
    .orderBy('times', 'desc')
    .orderBy('openedAt', 'desc')
  const names = await savedNames(reader, opened)
  return openedKinds.flatMap((kind) =>
    opened
      .filter((one) => one.kind === kind && (kind !== 'saved' || names.has(one.report)))
      .slice(0, EACH)
      .map((one) => ({ opened: one, name: names.get(one.report) ?? null }))
  )
}

/** The names of the saved reports among them that are there still, and the reader's to see. */
async function savedNames(reader: Reader, opened: readonly OpenedReport[]) {
  const ids = opened.filter(({ kind }) => kind === 'saved').map(({ report }) => Number(report))
  if (!ids.length || !can(reader, 'savedReports.read')) return new Map<string, string>()
  const rows = (await db
    .from('saved_reports')
    .where('customer_id', reader.customerId)
    .whereIn('id', ids.filter(Number.isSafeInteger))
    .if(reader.role !== 'administrator', (query) => query.where('owner_id', reader.userId))
    .select('id', 'name')) as { id: number; name: string }[]
  return new Map(rows.map(({ id, name }) => [String(id), name]))
}
