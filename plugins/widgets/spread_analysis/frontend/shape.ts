import type { ColumnInfo } from '#core/contracts/report_document'
import type { Distribution, Figure, WidgetTools } from '#core/contracts/widget_view'

type Tools = Pick<WidgetTools, 'word' | 'format'>

/** Every value of a column in bins of equal width, with mean, median and ninth decile marked where they are. */
export function spreadFigure(
  column: ColumnInfo,
  spread: Distribution,
  { word, format }: Tools
): Figure {
  const { bins, count } = spread
  const [first] = bins
  const width = first ? first.to - first.from : 1
  /** The middle of a bin is its number; its edges lie half a bin to either side. */
  const placeOf = (value: number) => (value - (first?.from ?? 0)) / width - 0.5
  const marks = (['median', 'mean', 'p90'] as const).flatMap((name) => {
    const value = spread[name]
    if (value === null) return []
    return [{ at: placeOf(value), label: `${word(name)} ${format(value, 'seconds')}` }]
  })
  return {
    title: word('title', { column: column.label }),
    picture: {
      kind: 'columns',
      categories: bins.map(({ from }) => format(from, 'seconds')),
      series: [{ label: word('calls'), unit: 'count', values: bins.map((bin) => bin.count) }],
      marks,
    },
    table: {
      columns: [
        { key: 'from', label: word('length'), unit: 'seconds' },
        { key: 'to', label: word('until'), unit: 'seconds' },
        { key: 'calls', label: word('calls'), unit: 'count' },
        { key: 'share', label: word('share'), unit: 'percent' },
      ],
      rows: bins.map((bin) => ({
        from: bin.from,
        // What a reader takes "0–4" for: the last second that is in it.
        to: bin.to - 1,
        calls: bin.count,
        share: count ? (bin.count / count) * 100 : null,
      })),
    },
  }
}
