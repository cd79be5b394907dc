import type { Column } from '#core/contracts/column'
import type { FeedColumn, FeedType } from '#core/contracts/feed'
import type { ReportType } from '#core/contracts/report_type'

/** What kind of value a column of a report has in a feed, and whether it may have none. It never depends on what was found. */
export function worthType(type: ReportType, key: string): Pick<FeedColumn, 'type' | 'nullable'> {
  const column = type.columns[key]
  return { type: kindOf(type, column), nullable: !isCounted(column) }
}

function kindOf(type: ReportType, column: Column): FeedType {
  const { value, unit } = column
  if ('count' in value || 'open' in value || 'distinct' in value || 'length' in value) {
    return 'whole'
  }
  if ('mean' in value || 'percent' in value || 'ratio' in value || 'serviceLevel' in value) {
    return 'number'
  }
  if ('plus' in value) return allWhole(type, value.plus)
  if ('minus' in value) return allWhole(type, value.minus)
  if (unit === 'time') return 'moment'
  if (unit === 'text') return 'text'
  return fieldKind(type, column)
}

const allWhole = (type: ReportType, keys: readonly string[]): FeedType =>
  keys.every((key) => kindOf(type, type.columns[key]) === 'whole') ? 'whole' : 'number'

/** Of the sums, first and last, longest and percentiles of a field. */
function fieldKind(type: ReportType, column: Column): FeedType {
  const word = (['sum', 'longest', 'first', 'last', 'percentile'] as const).find(
    (one) => one in column.value
  )
  const name = (column.value as Partial<Record<string, string>>)[word ?? '']
  const event = type.events[column.of ?? Object.keys(type.events)[0]]
  const kind = event.fields[name ?? '']?.type
  if (kind === 'seconds' || kind === 'number') return 'whole'
  if (kind === 'decimal') return 'number'
  return kind === 'time' ? 'moment' : 'text'
}

/** Counts are 0 where there is nothing, except of an event that has no such part; so only these two say less. */
const isCounted = ({ value }: Column) => 'length' in value
