import type { Change } from '#core/contracts/change_of'
import type { Headline, KeyFigure } from '#core/contracts/report_document'

/** A key figure as it is answered: with how it has changed since the period before. */
export type KeyFigureAnswer = KeyFigure & { change: Change | null }

export interface HeadlineAnswer extends Omit<Headline, 'figures'> {
  figures: readonly KeyFigureAnswer[]
}
