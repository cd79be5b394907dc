/** The words of what somebody seeks, in small letters. */
export const searchWords = (text: string): string[] =>
  text.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)

/** Whether every word stands in a text that is in small letters already. */
export const hasWords = (lower: string, words: readonly string[]): boolean =>
  words.every((word) => lower.includes(word))
