/** Numbers that look random and are the same for the same seed. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  /** Whether something that happens in `share` of all cases happens. */
  happens(share: number): boolean
  /** A whole number, both ends inclusive. */
  between(from: number, to: number): number
  pick<T>(values: readonly T[]): T
  /** Waiting times and patience: many short, few long. */
  exponential(mean: number): number
}

export function chanceOf(seed: string): Chance {
  let state = 2_166_136_261
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 16_777_619)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    happens: (share) => next() < share,
    pick: (values) => values[between(0, values.length - 1)]!,
    exponential: (mean) => -Math.log(1 - next()) * mean,
  }
}
