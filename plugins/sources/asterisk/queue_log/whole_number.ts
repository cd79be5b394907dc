/** A line said something that is not what its event says there; the sentence is for who mends it. */
export class UnreadableLine extends Error {}

const NUMBER = /^[+-]?\d+(\.\d*)?$/
/** Three years in seconds: what is more is no duration of a call, and would be no moment either. */
const MOST = 100_000_000

/** A whole number of a line's data; null where there is none. Throws UnreadableLine where it is something else. */
export function wholeNumber(verb: string, name: string, text: string | undefined): number | null {
  if (text === undefined || text === '') return null
  const value = Number(text)
  if (!NUMBER.test(text) || value > MOST)
    throw new UnreadableLine(`${verb}: "${text}" is no ${name}.`)
  return Math.max(0, Math.floor(value))
}
