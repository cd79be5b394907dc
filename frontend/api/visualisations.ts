import { request } from './client.js'
import { localOnly } from './local_only.js'
import type { ReportRequest, ReportRow } from './report.js'
import type { ReportColumn } from './report_type.js'

/** How the values behind a column are spread. Seconds. */
export interface Spread {
  count: number
  mean: number | null
  median: number | null
  p90: number | null
  lowest: number | null
  highest: number | null
  bins: { from: number; to: number; count: number }[]
}

/** A report by time of day for one weekday. */
export interface WeekdayReport {
  weekday: number
  label: string
  total: Omit<ReportRow, 'interval' | 'intervalLabel'> | null
  rows: ReportRow[]
}

export const getSpread = (report: ReportRequest, column: string, signal: AbortSignal) =>
  request<Spread>('POST', '/api/report/v1/distribution', { body: { ...report, column }, signal })

export const listByWeekday = async (report: ReportRequest, signal: AbortSignal) =>
  localOnly(
    await request<{ columns: ReportColumn[]; days: WeekdayReport[] }>(
      'POST',
      '/api/report/v1/by-weekday',
      { body: report, signal }
    )
  )
