/** Points of one line of the standard font. */
const LINE = 15

/**
 * Points that a row needs whose texts are wrapped within columns so many characters wide. Programs
 * that open the file leave a row as high as it says, and do not all work it out where it says nothing.
 */
export function wrappedHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) =>
    text
      .split('\n')
      // Words are not divided, so that a line holds less than its width.
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.15) / widths[index])), 0)
  )
  return LINE * Math.max(...lines)
}
