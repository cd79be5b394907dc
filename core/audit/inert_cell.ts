const NUMBER = /^\+?[0-9 ()-]+$/
const FORMULA = /^(?:[\t\r\n]|[\s"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/

/** A text that no spreadsheet takes for a formula; numbers and phone numbers stay as they are. */
export const inertCell = (text: string): string =>
  !NUMBER.test(text) && FORMULA.test(text) ? `'${text}` : text
