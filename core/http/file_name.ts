/** Letters of a file's name before its extension. */
const LONGEST = 200

/**
 * A file's name from what it is of, without the signs that file systems refuse; what is too long loses
 * letters of its first part, and never its extension.
 */
export function fileName(parts: readonly string[], extension: string): string {
  const [first = '', ...others] = parts.map((part) =>
    part
      .replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  )
  const rest = others.filter(Boolean).join(' ')
  const room = Math.max(20, LONGEST - rest.length)
  const begin = [...first].slice(0, room).join('').trim()
  return `${[begin, rest].filter(Boolean).join(' ')}.${extension}`
}
