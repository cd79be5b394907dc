import type { PlacedWidget } from '#core/contracts/board'
import type { DescribedColumn } from '#core/contracts/described_report'
import type { Catalogue } from './shown_widget.js'

/** Without the place of a limit that is not known yet. */
const plain = ({ label, repeated }: DescribedColumn) =>
  repeated ? label.replaceAll(/\s*\(?\{\w+\}[^)]*\)?/g, '').trim() || label : label

/** Kinds that say something else than the column that they are worked out of. */
const OWN_NAMES = ['missed_callers', 'day_forecast']

/** What a widget is about: its column where it has one, else its report. */
export function columnLabel({ kind, data }: PlacedWidget, { types }: Catalogue): string {
  const type = types.find(({ key }) => key === data?.report)
  // What asks of now is about no column of a report, although it keeps which report it was made beside.
  if (!data?.columns?.length || OWN_NAMES.includes(kind)) return ''
  const columns = (data?.columns ?? []).flatMap((key) => {
    const declared = type?.columns.find(
      (column) => column.key === key.replace(/_.*$/, '') || column.key === key
    )
    return declared ? [plain(declared)] : []
  })
  if (!type || kind === 'stacked_outcomes' || columns.length > 2 || !columns.length)
    return type?.label ?? ''
  return columns[0] ?? type.label
}
