/** What a table's own padding takes of each column. */
const PADDING = 8

/**
 * Divides columns between tables that fit the page, by their places. Those that name the row, `naming`
 * at the left, are repeated in each.
 */
export function columnGroups(
  widths: readonly number[],
  naming: number,
  pageWidth: number
): number[][] {
  const names = widths.map((_, place) => place).slice(0, naming)
  const taken = (places: readonly number[]) =>
    places.reduce((sum, place) => sum + widths[place] + PADDING, 0)
  const room = pageWidth - taken(names)
  const groups: number[][] = [[]]
  for (let place = naming; place < widths.length; place++) {
    const last = groups[groups.length - 1]
    if (last.length && taken([...last, place]) > room) groups.push([place])
    else last.push(place)
  }
  return groups.map((places) => [...names, ...places])
}
