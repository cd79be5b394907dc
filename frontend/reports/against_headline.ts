import { changeOf } from '#core/contracts/change_of'
import type { HeadlineAnswer } from '../api/headline.js'

/** The key figures of a report set beside those of another, instead of the period before. */
export function againstHeadline(own: HeadlineAnswer, other: HeadlineAnswer): HeadlineAnswer {
  const values = new Map(other.figures.map(({ key, value }) => [key, value]))
  return {
    previous: own.previous,
    figures: own.figures.map((figure) => {
      const beside = { ...figure, before: values.get(figure.key) ?? null }
      return { ...beside, change: changeOf(beside) }
    }),
  }
}
