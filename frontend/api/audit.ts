import { request } from './client.js'

/** Something that was done. */
export interface AuditEntry {
  position: number
  at: string
  actor: string
  actingFor: string
  action: string
  actionLabel: string
  subject: string
  details: Record<string, unknown>
  address: string | null
}

export interface AuditFilter {
  action: string
  person: string
  text: string
  /** Local dates, both inclusive. */
  from: string
  to: string
}

export interface AuditPage {
  entries: AuditEntry[]
  /** Where the next page begins; null on the last. */
  next: number | null
  actions: { key: string; label: string }[]
}

export const listEntries = (filter: AuditFilter, cursor: number | null) =>
  request<AuditPage>(
    'GET',
    `/api/audit/v1/entries?${asked({ ...filter, cursor: cursor === null ? '' : String(cursor) })}`
  )

/** The address of what the filter finds as CSV. */
export const exportAddress = (filter: AuditFilter) => `/api/audit/v1/export?${asked({ ...filter })}`

const asked = (values: Record<string, string>) =>
  new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString()
