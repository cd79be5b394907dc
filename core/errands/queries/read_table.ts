import { DateTime } from 'luxon'
import type { Row } from '#core/contracts/scalar'
import type { Reader } from '#core/permissions/reader'
import { runSpecification, type SpecificationOptions } from '#core/reports/run_specification'

/** Dates as `2026-01-31`, both inclusive. */
export interface Dates {
  from: string
  to: string
}

/** From before there were errands until a day after today, wherever that is. */
export const everyDate = (): Dates => ({
  from: DateTime.utc().minus({ years: 20 }).toISODate(),
  to: DateTime.utc().plus({ days: 1 }).toISODate(),
})

/**
 * A page of the specification of a report type. Errands are read by their own right instead of that of
 * call specifications; personal fields stay masked for whoever may not see them.
 */
export async function readTable(
  reader: Reader,
  report: string,
  { from, to }: Dates,
  options: SpecificationOptions & { locale: string }
): Promise<{ rows: Row[]; next: string | null }> {
  const { locale, ...page } = options
  const period = { from, to, fromTime: '00:00', toTime: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7] }
  const document = await runSpecification(
    {
      report,
      period,
      interval: 'period',
      intervalMinutes: 30,
      grouping: 'total',
      objects: 'all',
      columns: 'all',
      parameters: {},
      breakdown: false,
      locale,
    },
    { ...reader, callSpecification: true },
    page
  )
  const table = document.specification!
  const rows: Row[] = []
  for await (const row of table.rows) rows.push(row)
  return { rows, next: table.next?.() ?? null }
}
