/** The keys of the columns there are of a list of parts; a repeated part is all of its repetitions. */
export const shownParts = (
  columns: readonly { key: string }[],
  parts: readonly string[]
): string[] =>
  columns
    .map(({ key }) => key)
    .filter((key) => parts.some((part) => key === part || key.startsWith(`${part}_`)))
