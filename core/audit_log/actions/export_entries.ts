import { Readable } from 'node:stream'
import i18nManager from '@adonisjs/i18n/services/main'
import { stringify } from 'csv-stringify'
import { DateTime } from 'luxon'
import { actionLabel } from '#core/audit/audit_action'
import { inertText } from '#core/contracts/exporting/inert_text'
import { type AuditFilter, type ReadEntry, listEntries } from '#core/audit_log/queries/list_entries'

const PAGE = 1000

const columns = [
  'position',
  'at',
  'actor',
  'actingFor',
  'action',
  'subject',
  'details',
  'address',
  'hash',
] as const

/** The entries as CSV, the newest first, read as they are sent: times in the zone, words in the language. */
export function exportEntries(customerId: number, filter: AuditFilter, locale: string): Readable {
  const i18n = i18nManager.locale(locale)
  async function* rows() {
    yield columns.map((column) => i18n.t(`audit.column.${column}`))
    let cursor: number | undefined
    for (;;) {
      const entries = await listEntries(customerId, filter, { cursor, limit: PAGE })
      for (const entry of entries) yield cells(entry)
      if (entries.length < PAGE) return
      cursor = entries.at(-1)?.position
    }
  }
  const cells = (entry: ReadEntry) =>
    [
      String(entry.position),
      DateTime.fromJSDate(entry.at, { zone: filter.zone }).toISO() ?? '',
      entry.actor,
      entry.actingFor,
      actionLabel(entry.action, locale),
      entry.subject,
      JSON.stringify(entry.details),
      entry.address ?? '',
      entry.hash,
    ].map(inertText)
  const csv = stringify({ bom: true, record_delimiter: 'windows' })
  const source = Readable.from(rows())
  source.on('error', (error) => csv.destroy(error))
  return source.pipe(csv)
}
