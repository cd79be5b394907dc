import type { CallPage, Journey } from './call.js'
import type { FigureAddress } from './figure_address.js'
import type { CallFilters } from './call_filters.js'
import { request } from './client.js'
import { localOnly } from './local_only.js'
import type { ReportRequest } from './report.js'

interface Paging {
  cursor?: string
  limit: number
}

interface Listing {
  filters: CallFilters
  order: string
  behind?: FigureAddress
}

/** The calls behind a report, or behind a figure of it. `order` is `newest`, `oldest`, or a field, with `-` from its highest. */
export const listCalls = async (
  report: ReportRequest,
  { filters, order, behind, ...page }: Listing & Paging,
  signal: AbortSignal
) =>
  localOnly(
    await request<CallPage>('POST', '/api/report/v1/specification', {
      body: { ...report, filters, order, ...(behind && { behind }), ...page },
      signal,
    })
  )

/** Who was missed in the period; only who was not reached later, where `reached` is false. */
export const listMissed = async (
  report: ReportRequest,
  page: { reached?: false } & Paging,
  signal: AbortSignal
) =>
  localOnly(
    await request<CallPage>('POST', '/api/report/v1/follow-up', {
      body: { ...report, ...page },
      signal,
    })
  )

/** One call over its legs, by its line in the specification. */
export const followCall = (place: { report: string; call: string; at: string }) =>
  request<Journey>('POST', '/api/report/v1/journey', { body: place })
