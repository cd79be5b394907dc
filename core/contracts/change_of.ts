import type { KeyFigure } from './report_document.js'

/** How much a figure is more than before. */
export interface Change {
  /** In the figure's unit; of percents in percentage points. */
  difference: number
  /** In percent of what it was; null for percents, and where it was 0. */
  percent: number | null
  /** Whether that is for the better; null where nothing has changed, or neither way is better. */
  better: boolean | null
}

/** The change of a figure from the period before; null where either has nothing to measure. */
export function changeOf({
  value,
  before,
  unit,
  good,
}: Pick<KeyFigure, 'value' | 'before' | 'unit' | 'good'>): Change | null {
  if (value === null || before === null) return null
  const [now, then] = [Number(value), Number(before)]
  const difference = now - then
  return {
    difference,
    percent: unit === 'percent' || then === 0 ? null : (difference * 100) / Math.abs(then),
    better: difference === 0 || !good ? null : difference > 0 === (good === 'up'),
  }
}

/** Whether a figure has reached its target; null where there is none, or nothing to measure. */
export function meetsTarget({
  value,
  target,
  good,
}: Pick<KeyFigure, 'value' | 'target' | 'good'>): boolean | null {
  if (value === null || target === undefined || !good) return null
  return good === 'up' ? Number(value) >= target : Number(value) <= target
}
