import { warningOf, warningLooks, type PlacedWidget, type WarningLook } from '#core/contracts/board'
import type { BoardContent } from '#core/contracts/board_content'
import { secondsSince } from './content/context.js'

/** Its own title, or what its figures are called, or else its kind. */
export const titleOf = ({ title, data }: PlacedWidget, columnLabel: string, kindLabel: string) =>
  title || (data?.report && columnLabel) || kindLabel

/** The look that the whole square takes: that of its figure, where that is a warning. */
export function usedLook(
  content: BoardContent,
  { warnings = [] }: PlacedWidget,
  now: number
): WarningLook | null {
  if (content.kind === 'gauge') return content.main.look ?? null
  if (content.kind !== 'number') return null
  const { unit, value, look } = content.main
  if (unit !== 'since') return look ?? null
  return warningOf(secondsSince(value, now), warnings)?.look ?? null
}

/** The worst of some looks. */
export const worstLook = (looks: readonly (WarningLook | null)[]): WarningLook | null =>
  warningLooks.toReversed().find((look) => looks.includes(look)) ?? null
