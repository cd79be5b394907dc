/** Numbers and phone numbers are what they are: an apostrophe before `+46…` would ruin each of them. */
const NUMBER = /^\+?[0-9 ()-]+$/

/**
 * What a spreadsheet may take for a formula: a leading sign, also its full-width form, also after
 * spaces and quotes, or a leading tab or line break.
 */
const FORMULA = /^(?:[\t\r\n]|[\s"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/

/** Puts an apostrophe before a text that a spreadsheet would run as a formula; numbers to call stay as they are. */
export const inertText = (text: string): string =>
  NUMBER.test(text) || !FORMULA.test(text) ? text : `'${text}`
