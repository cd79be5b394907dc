import type { Column } from '#core/contracts/column'
import type { ReportType } from '#core/contracts/report_type'
import type { Row } from '#core/contracts/scalar'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'
import type { ReportQuery } from '#core/reports/report_query'
import { runReport } from '#core/reports/run_report'
import { recordedCustomer } from '#tests/contracts/made/recorded_customer'

/**
 * Collects what a source has recorded for a customer of its own, runs each of its reports and adds up
 * every list of `consistsOf` in every row and in the total.
 *
 * @returns how many sums were tried, and those that are not right in sentences.
 */
export async function partitionsThatFail(recorded: RecordedSource) {
  const { source } = recorded
  const { reader, period } = await recordedCustomer(recorded)
  const failed: string[] = []
  let tried = 0
  for (const type of source.reportTypes) {
    for (const query of queries(type, period)) {
      const { intervals } = await runReport(query, reader)
      for (const { rows, total } of intervals) {
        for await (const row of rows) {
          const sums = sumsOf(type, row)
          tried += sums.length
          failed.push(...sums.filter(wrong).map((sum) => sentence(type, sum, row)))
        }
        const sums = sumsOf(type, total ?? {})
        failed.push(...sums.filter(wrong).map((sum) => sentence(type, sum, {})))
      }
    }
  }
  return { tried, failed: failed.slice(0, 10) }
}

export function queries(
  type: ReportType,
  { from, to }: { from: string; to: string }
): ReportQuery[] {
  const query: ReportQuery = {
    report: type.key,
    period: {
      from,
      to,
      fromTime: '00:00',
      toTime: '24:00',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
    },
    interval: 'timeOfDay',
    intervalMinutes: 30,
    grouping: 'object',
    objects: 'all',
    columns: Object.keys(type.columns),
    parameters: {},
    breakdown: type.breakdown !== undefined,
    locale: 'en',
  }
  return [query, { ...query, interval: 'period', grouping: 'total', breakdown: false }]
}

interface Sum {
  column: string
  whole: number
  parts: Readonly<Record<string, number>>
}

function sumsOf(type: ReportType, row: Row): Sum[] {
  const columns: Readonly<Record<string, Column>> = type.columns
  return Object.entries(columns).flatMap(([key, column]) =>
    (column.consistsOf ?? []).flatMap((parts) =>
      shownAs(key, row).map((shown) => ({
        column: shown,
        whole: Number(row[shown]),
        parts: Object.fromEntries(
          parts
            .flatMap((part) => partsOf(part, columns[part]!, column, shown.slice(key.length), row))
            .map((part) => [part, Number(row[part])])
        ),
      }))
    )
  )
}

/** The keys that a column has in a row: its own, or one for each time it is repeated. */
const shownAs = (key: string, row: Row) =>
  Object.keys(row).filter((shown) => shown === key || shown.startsWith(`${key}_`))

/** Repeated by the same thing, whole and part meet at the same limit; else all repetitions are parts. */
function partsOf(key: string, part: Column, whole: Column, at: string, row: Row) {
  const same = whole.per && JSON.stringify(whole.per) === JSON.stringify(part.per)
  return same ? [`${key}${at}`] : shownAs(key, row)
}

const wrong = ({ whole, parts }: Sum) => {
  const sum = Object.values(parts).reduce((one, other) => one + other, 0)
  return Math.abs(sum - whole) > 1e-6
}

const sentence = (type: ReportType, { column, whole, parts }: Sum, row: Row) => {
  const where = [row.intervalLabel, row.object, row.part].filter(Boolean).join(', ') || 'the total'
  const said = Object.entries(parts).map(([part, value]) => `${part} ${value}`)
  return `${type.key}, ${where}: ${column} is ${whole}, and its parts are ${said.join(' + ')}.`
}
