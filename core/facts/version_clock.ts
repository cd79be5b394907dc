let last = 0

/**
 * The version of the next row: microseconds of the clock, always higher than the one before and than
 * `over`, also when the clock is set back.
 */
export function nextVersion(over = 0): number {
  last = Math.max(Date.now() * 1000, last + 1, over + 1)
  return last
}
