import type { RecordedSource } from '#core/plugins/conformance/recorded_source'
import { reportSources } from '#core/reports/report_sources'
import { recordedCustomer } from '#tests/contracts/made/recorded_customer'
import { queries } from '#tests/contracts/partitions_that_fail'
import { openableCells, unlikeItsCalls } from '#tests/made/calls_behind'

/** Every so many columns of a report are tried, other ones in the next. EVERY=1 npm test -- --files=conformance tries all. */
const EVERY = Number(process.env.EVERY ?? 4)

/**
 * Runs each report of a source over what it has recorded, opens cells of columns that count, sum or
 * share, and compares the calls with the figure.
 *
 * @returns how many cells were opened, and those whose calls are others in sentences
 */
export async function figuresUnlikeTheirCalls(recorded: RecordedSource) {
  const { reader, period } = await recordedCustomer(recorded)
  const failed: string[] = []
  let tried = 0
  for (const [index, type] of recorded.source.reportTypes.entries()) {
    const [query] = queries(type, period)
    const sources = await reportSources(query!, reader)
    const cells = await openableCells(query!, sources)
    const told = cells.filter(({ value }) => Number(value) !== 0)
    const columns = [...Map.groupBy(told, ({ address }) => address.column).values()]
    for (const some of columns.filter((_, at) => (at + index) % EVERY === 0)) {
      const cell = some[(tried * 7919) % some.length]!
      tried += 1
      const found = await unlikeItsCalls(query!, sources, cell)
      if (found) failed.push(`${type.key}: ${found}`)
    }
  }
  return { tried, failed: failed.slice(0, 10) }
}
