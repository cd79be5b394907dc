/** `"a", "b" and "c"`; what a sentence says where there is none of them. */
export const listed = (keys: readonly string[], none = 'none') =>
  keys.length === 0 ? none : keys.map((key) => `"${key}"`).join(', ')

/** Where in a report type something is wrong: the beginning of its sentence. */
export const inReport = (report: string) => `Report "${report}"`
export const inColumn = (report: string, column: string) =>
  `${inReport(report)}, column "${column}"`

/** Every key that stands more than once in a list, once. */
export const repeatedIn = (keys: readonly string[]) => [
  ...new Set(keys.filter((key, index) => keys.indexOf(key) !== index)),
]
