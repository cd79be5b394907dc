import { request } from './client.js'

export type OpenedKind = 'basic' | 'advanced' | 'saved'

/** A report as it is opened: `query` is the address after its question mark. */
export interface Opened {
  kind: OpenedKind
  /** Key of the report type; of a saved report its id. */
  report: string
  /** Left out where the columns are the reader's own. */
  preset?: string
  query: string
  /** The name of the quick period that the dates are those of. */
  period?: string
}

/** A report that the reader opens often. */
export interface OftenUsed {
  kind: OpenedKind
  report: string
  /** Of a saved report. */
  name: string | null
  preset: string | null
  query: string
  period: string | null
  times: number
  openedAt: string
}

/** What the reader opens most often in this customer, a few of each kind. */
export async function listOftenUsed(): Promise<OftenUsed[]> {
  const { often } = await request<{ often: OftenUsed[] }>('GET', '/api/opened-reports')
  return often
}

/** Remembers that a report was opened. */
export const noteOpened = (opened: Opened) =>
  request<void>('POST', '/api/opened-reports', { body: opened })
