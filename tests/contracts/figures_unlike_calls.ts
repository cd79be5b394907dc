import type { RecordedSource } from '#core/plugins/conformance/recorded_source'
import { reportSources } from '#core/reports/report_sources'
import { recordedCustomer } from '#tests/contracts/made/recorded_customer'
import { queries } from '#tests/contracts/partitions_that_fail'
import { openableCells, unlikeItsCalls } from '#tests/made/calls_behind'

/**
 * Runs each report of a source over what it has recorded, opens a cell of every column that counts,
 * sums or shares, another for each, and compares the calls with the figure.
 *
 * @returns how many cells were opened, and those whose calls are others in sentences
 */
export async function figuresUnlikeTheirCalls(recorded: RecordedSource) {
  const { reader, period } = await recordedCustomer(recorded)
  const failed: string[] = []
  let tried = 0
  for (const type of recorded.source.reportTypes) {
    const [query] = queries(type, period)
    const sources = await reportSources(query!, reader)
    const cells = await openableCells(query!, sources)
    const told = cells.filter(({ value }) => Number(value) !== 0)
    for (const some of Map.groupBy(told, ({ address }) => address.column).values()) {
      const cell = some[(tried * 7919) % some.length]!
      tried += 1
      const found = await unlikeItsCalls(query!, sources, cell)
      if (found) failed.push(`${type.key}: ${found}`)
    }
  }
  return { tried, failed: failed.slice(0, 10) }
}
