import { axisUnit } from './plotted.js'

/** Seconds that people count durations by. */
const DURATIONS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000, 86_400,
]

/** How far the marks of an axis are apart that reaches `most`, so that there are at most six. */
export function axisStep(column: { unit: string }, most: number): number {
  const unit = axisUnit(column)
  if (unit === 'percent') return 20
  const marks = 6
  if (unit === 'seconds') {
    const step = DURATIONS.find((seconds) => most / seconds <= marks)
    return step ?? Math.ceil(most / marks / 86_400) * 86_400
  }
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(most, 1))) - 1)
  return [1, 2, 5, 10, 20, 50].map((times) => times * power).find((step) => most / step <= marks)!
}
