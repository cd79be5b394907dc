import type { ReportDocument, ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'

interface Watch {
  signal?: AbortSignal
  progress?(done: number, total: number): void
}

/** The same document; whoever reads its rows is counted, and stopped where the signal says so. */
export async function watchRows(report: ReportDocument, watch: Watch): Promise<ReportDocument> {
  const { signal, progress } = watch
  if (!signal && !progress) return report
  const tables = [...report.intervals, ...(report.specification ? [report.specification] : [])]
  const counts = progress ? await Promise.all(tables.map((table) => table.count())) : []
  const total = counts.reduce((sum, count) => sum + count, 0)
  let done = 0
  progress?.(done, total)
  async function* watched(rows: AsyncIterable<Row>) {
    for await (const row of rows) {
      signal?.throwIfAborted()
      yield row
      // Some exporters read a table twice.
      done = Math.min(done + 1, total)
      progress?.(done, total)
    }
  }
  const watchedTable = (table: ReportTable): ReportTable => ({
    ...table,
    rows: { [Symbol.asyncIterator]: () => watched(table.rows) },
  })
  return {
    ...report,
    intervals: report.intervals.map(watchedTable),
    specification: report.specification && watchedTable(report.specification),
  }
}
