/**
 * Values as the engines read and write them in TabSeparated. A value is written here exactly as the
 * engine would write it, so that what is stored can be compared with what is new as text.
 */
const SPECIAL = /[\\\t\n\r\0\b\f']/
const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
  "'": "\\'",
}

export const NOTHING = '\\N'

/** Text, escaped. Most has nothing to escape, and a test is cheaper than a replacement. */
export const tabText = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\t\n\r\0\b\f']/g, (character) => ESCAPES[character]!) : text

/** What `tabText` was made of. */
export const readTabText = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(.)/gs, (_, escaped: string) => PLAIN[escaped] ?? escaped)
    : text

const PLAIN: Record<string, string> = { t: '\t', n: '\n', r: '\r', 0: '\0', b: '\b', f: '\f' }

/** A moment in UTC to the millisecond, as DateTime64(3) is written. */
export function tabMoment(at: Date): string {
  const iso = at.toISOString()
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`
}

/** Any value, by what it is. */
export function tabValue(value: unknown): string {
  if (value === null || value === undefined) return NOTHING
  if (value instanceof Date) return tabMoment(value)
  return tabText(typeof value === 'string' ? value : String(value))
}
