import { DateTime } from 'luxon'
import OpenedReport, { type OpenedKind } from '#core/opened_reports/models/opened_report'
import type { Reader } from '#core/permissions/reader'
import { writeTransaction } from '#database/write_transaction'

/** What is remembered of one person in one customer; those opened longest ago are forgotten first. */
const MOST = 200

export interface Opened {
  kind: OpenedKind
  report: string
  preset?: string
  query: string
  period?: string
}

/** Remembers that the reader opened a report. What an administrator opens to help them is not theirs. */
export async function noteOpenedReport(reader: Reader, opened: Opened): Promise<void> {
  if (reader.actor) return
  const { customerId, userId } = reader
  const { kind, report, preset = '', query, period = null } = opened
  await writeTransaction(async (client) => {
    const key = { customerId, userId, kind, report, preset }
    const known = await OpenedReport.findBy(key, { client })
    const latest = { query, period, openedAt: DateTime.utc() }
    if (known) {
      await known
        .useTransaction(client)
        .merge({ ...latest, times: known.times + 1 })
        .save()
      return
    }
    await OpenedReport.create({ ...key, ...latest, times: 1 }, { client })
    const old = await OpenedReport.query({ client })
      .where({ customerId, userId })
      .orderBy('openedAt', 'desc')
      .orderBy('id', 'desc')
      .offset(MOST)
      .limit(MOST)
    for (const one of old) await one.useTransaction(client).delete()
  })
}
