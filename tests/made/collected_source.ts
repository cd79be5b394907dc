import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { storageFolder } from '#config/storage'
import { collectFileAt } from '#core/collection/actions/collect_file'
import { ensurePoint } from '#core/collection/ensure_point'
import type { Json, Row } from '#core/contracts/scalar'
import type { SourcePlugin } from '#core/contracts/source'
import type { Reader } from '#core/permissions/reader'
import type { ReportQuery } from '#core/reports/report_query'
import { runReport } from '#core/reports/run_report'
import { madeCustomer } from '#tests/made/customer'

/**
 * A customer of its own who has a source, for which files are collected, and whose reports are run.
 *
 * @param day local date that reports are asked of, where nothing else is said.
 */
export async function collectedSource(
  source: SourcePlugin,
  day: string,
  settings: Record<string, Json> = {}
) {
  const customer = await madeCustomer({ plugins: [source.key] })
  const point = await ensurePoint({ customerId: customer.id, source: source.key, name: 'one' })
  await point.merge({ settings }).save()
  const reader: Reader = {
    customerId: customer.id,
    userId: 0,
    role: 'administrator',
    objectIds: null,
    callSpecification: true,
    personalFields: true,
  }
  return {
    customer,
    point,
    reader,
    async collect(text: string | Buffer, name: string) {
      const path = join(storageFolder('recordings'), randomUUID())
      await writeFile(path, text)
      return collectFileAt(point, path, name)
    },
    async run(report: string, more: Partial<ReportQuery> = {}, as: Partial<Reader> = {}) {
      const type = source.reportTypes.find(({ key }) => key === `${source.key}.${report}`)!
      const query: ReportQuery = {
        report: type.key,
        period: {
          from: day,
          to: day,
          fromTime: '00:00',
          toTime: '24:00',
          weekdays: [1, 2, 3, 4, 5, 6, 7],
        },
        interval: 'period',
        intervalMinutes: 30,
        grouping: 'object',
        objects: 'all',
        columns: Object.keys(type.columns),
        parameters: {},
        breakdown: false,
        locale: 'en',
        ...more,
      }
      const document = await runReport(query, { ...reader, ...as })
      const [table] = document.intervals
      const rows: Row[] = await Array.fromAsync(table!.rows)
      const of = (object: string, part?: string) =>
        rows.find((row) => row.object === object && (part === undefined || row.part === part))
      return { query, document, rows, of, total: table!.total! }
    },
  }
}
