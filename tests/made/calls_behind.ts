import type { FigureBehind, ReportTable } from '#core/contracts/report_document'
import type { Row, Scalar } from '#core/contracts/scalar'
import { traceColumn } from '#core/reports/behind/trace_column'
import type { FigureAddress } from '#core/reports/behind/figure_address'
import { planReport } from '#core/reports/plan_report'
import type { ReportSources } from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'
import { makeReport } from '#core/reports/make_report'
import { specificationTable, makeSpecification } from '#core/reports/run_specification'

/** As many as an answer holds. */
const PAGE = 1_000
const ROW_KEYS = ['interval', 'group', 'object', 'part'] as const

/** A figure as it stands in a report. */
export interface Cell {
  address: FigureAddress
  value: Scalar
}

/** What a report's cells hold that can be opened, the total's among them, and which columns cannot. */
export async function openableCells(query: ReportQuery, sources: ReportSources) {
  const document = await makeReport(query, sources, [query.interval])
  const [table] = document.intervals as [ReportTable]
  const columns = table.columns.filter(({ calls }) => calls)
  const cells = (row: Row, name?: FigureAddress['row']): Cell[] =>
    columns.flatMap(({ key }) => {
      const value = row[key] ?? null
      return value === null ? [] : [{ address: { column: key, row: name }, value }]
    })
  const all = cells(table.total ?? {})
  for await (const row of table.rows) {
    const keys = ROW_KEYS.filter((key) => row[key] !== undefined)
    all.push(...cells(row, Object.fromEntries(keys.map((key) => [key, row[key]]))))
  }
  return all
}

/**
 * Opens a figure's calls and compares them with it, in a sentence where they differ: numbers of events
 * are as many calls, sums what is shown of them adds up to, the rest what its parts say.
 */
export async function unlikeItsCalls(
  query: ReportQuery,
  sources: ReportSources,
  { address, value }: Cell
): Promise<string | undefined> {
  const document = await makeSpecification(query, sources, { behind: address, limit: PAGE })
  const { behind } = document as { behind: FigureBehind }
  const count = await document.specification!.count()
  const page = document.specification!.rows
  const whole = count > PAGE && (await specificationTable(query, sources, { behind: address }))
  const rows = await Array.fromAsync(whole ? whole.rows : page)
  const say = (text: string) => `${JSON.stringify(address)}, ${value}: ${text}`
  if (count !== rows.length) return say(`${count} calls are said, and ${rows.length} listed`)
  if (!near(behind.value, value)) return say(`is called ${String(behind.value)}`)
  switch (behind.made) {
    case 'count':
      return near(count, value) ? undefined : say(`is made of ${count} calls`)
    case 'sum':
    case 'mean': {
      const { column, measures } = await traced(query, sources, address)
      const fields = [...new Set(measures.map(({ measure }) => measure.field!))]
      const shown = rows.reduce(
        (sum, row) => sum + fields.reduce((part, field) => part + Number(row[field] ?? 0), 0),
        0
      )
      const sum = behind.made === 'sum' ? value : Number(value) * count
      if (behind.sum && !near(behind.sum.value, shown)) return say(`adds up to ${shown}`)
      return near(shown, sum) ? undefined : say(`${column}: its calls add up to ${shown}`)
    }
    case 'share': {
      const [share, base] = behind.sides!
      if (!share!.calls) return say('opens nothing')
      const { measures } = await traced(query, sources, address)
      // Different callers in some calls are fewer than the calls.
      if (measures[0]!.measure.word !== 'count') return undefined
      const other = { ...address, side: 'whole' as const }
      const counted = near(count, share!.value)
      if (!base!.calls || base!.unit !== 'count') {
        return counted ? undefined : say(`${count} calls of ${String(share!.value)}`)
      }
      const { specification } = await makeSpecification(query, sources, { behind: other, limit: 1 })
      const all = await specification!.count()
      const right = counted && near(all, base!.value)
      return right ? undefined : say(`${count} of ${all} is not ${JSON.stringify(behind.sides)}`)
    }
    default:
      return Number(value) !== 0 && count === 0 ? say('is of no calls') : undefined
  }
}

async function traced(query: ReportQuery, sources: ReportSources, { column }: FigureAddress) {
  const { plan, report } = await planReport({ ...query, columns: [column] }, sources)
  const [place] = plan.shown as [number]
  return { column, measures: traceColumn(report.type, plan, place)!.measures }
}

const near = (a: Scalar, b: Scalar) =>
  a === b || Math.abs(Number(a) - Number(b)) <= 1e-6 * Math.max(1, Math.abs(Number(b)))
