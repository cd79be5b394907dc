import type { Readable } from 'node:stream'
import type { Condition } from './column.js'
import type { ReportDocument } from './report_document.js'
import type { Declared } from './settings.js'

/**
 * What a tool asks of a table; it becomes SQL. Fields are column keys. `after` is what `next()` said
 * once the rows of the page before were read; it holds their period and moment.
 */
export interface Narrowing {
  table?: 'rows' | 'specification'
  columns?: readonly string[]
  filter?: Condition
  order?: readonly { column: string; descending?: true }[]
  after?: string
  skip?: number
  limit?: number
}

/** Serves a saved report to another system. Core has already checked link, token, rights, period and rate. */
export interface ConnectorPlugin extends Declared<'connector'> {
  guide(url: URL, report: ReportDocument): string
  serve(
    request: { method: string; path: string; query: URLSearchParams; headers: Headers; url: URL },
    run: (narrowing?: Narrowing) => Promise<ReportDocument>
  ): Promise<{ status: number; headers: Record<string, string>; body: string | Readable }>
}
