import { isDeepStrictEqual } from 'node:util'
import type { Measure } from '#core/reports/compile/measure'

/**
 * Percentiles of the same values beside each other: the engine sorts the values once for all of
 * them, where each by itself would cost as much again.
 */
export function percentilesBeside(measure: Measure, measures: readonly Measure[]): number[] {
  const same = measures.filter(
    (other) =>
      other.word === 'percentile' &&
      other.field === measure.field &&
      isDeepStrictEqual(other.where, measure.where) &&
      isDeepStrictEqual(other.only, measure.only)
  )
  return [...new Set(same.map(({ at }) => at!))].sort((a, b) => a - b)
}

/**
 * Nearest rank is the smallest whole number not below n × p. Computed in floating point that product
 * may be a hair above a whole number (100 × 0.07), and the rank one too high; a hair less than p is
 * right for any number of values there can be.
 */
export const percentileLevel = (percent: number): number => (percent / 100) * (1 - 1e-12)
