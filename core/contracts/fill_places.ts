/** Puts values into the places of a text: `Answered within {limit} s`. A place without a value stays. */
export const fillPlaces = (text: string, values: Readonly<Record<string, string | number>>) =>
  text.replace(/\{(limit|from|to|value)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole
  )

/**
 * The text of a repeated column where it stands for all its columns: `Answered within 20/40 s`, and
 * `Answered by …` of values that nobody knows before the facts are read.
 *
 * @param limits what the column's parameter holds; none where it is repeated for the values of a field
 */
export function fillForAll(
  text: string,
  by: 'limits' | 'bands' | 'field' | undefined,
  limits: readonly number[]
): string {
  if (by === 'limits' && limits.length) return fillPlaces(text, { limit: limits.join('/') })
  const last = limits.at(-1)
  if (by === 'bands' && last !== undefined) return fillPlaces(text, { from: 0, to: last })
  return text.replace(/ \(\{\w+\}\)/g, '').replace(/\{\w+\}/g, '…')
}
