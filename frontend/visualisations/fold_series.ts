import type { Picture } from '#core/contracts/widget_view'

/** As many as there are colours. */
const MOST = 10

/**
 * A picture with no more series than colours. Of series that stand on each other the smallest are drawn
 * as one, called `others`; of those that do not, only the first are drawn. The table has them all.
 */
export function foldSeries(picture: Picture, others: string): Picture {
  if (picture.kind === 'heat' || picture.series.length <= MOST) return picture
  if (!picture.stacked) return { ...picture, series: picture.series.slice(0, MOST) }
  const sum = (values: readonly (number | null)[]) =>
    values.reduce<number>((all, value) => all + (value ?? 0), 0)
  const ranked = [...picture.series].sort((a, b) => sum(b.values) - sum(a.values))
  const kept = new Set(ranked.slice(0, MOST - 1))
  const rest = picture.series.filter((one) => !kept.has(one))
  return {
    ...picture,
    series: [
      ...picture.series.filter((one) => kept.has(one)),
      {
        label: others,
        unit: rest[0]?.unit ?? 'count',
        values: picture.categories.map((_, at) =>
          sum(rest.map(({ values }) => values[at] ?? null))
        ),
      },
    ],
  }
}
