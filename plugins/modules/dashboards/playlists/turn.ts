/**
 * Whose turn it is at a moment, and how many seconds it lasts on. It follows from the clock alone, so that
 * all screens with the same list show the same, also after a restart; undefined of an empty list.
 */
export function turnAt<T extends { seconds: number }>(
  items: readonly T[],
  now: Date
): { item: T; left: number } | undefined {
  const whole = items.reduce((all, { seconds }) => all + seconds, 0)
  if (whole <= 0) return undefined
  let at = (now.getTime() / 1000) % whole
  for (const item of items) {
    if (at < item.seconds) return { item, left: Math.max(1, Math.ceil(item.seconds - at)) }
    at -= item.seconds
  }
  return { item: items[0]!, left: items[0]!.seconds }
}
