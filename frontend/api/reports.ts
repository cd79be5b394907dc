import { request, requestFile } from './client.js'
import { localOnly } from './local_only.js'
import type { ExportRequest, ReportDocument, ReportRequest } from './report.js'

/** Runs a report. */
export async function generateReport(
  body: ReportRequest & {
    headline?: boolean
    headlineAgainst?: 'previous' | 'usual'
    light?: boolean
  },
  signal: AbortSignal
): Promise<ReportDocument> {
  return localOnly(
    await request<ReportDocument>('POST', '/api/report/v1/generate', { body, signal })
  )
}

/** Runs a report into a file. */
export const exportReport = (body: ExportRequest, signal: AbortSignal) =>
  requestFile('/api/report/v1/export', { body, signal })
