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

const DAY = 24 * 60 * 60_000
const MINUTE = 60_000
const days = new Map<number, string>()
const clock = Array.from(
  { length: 1440 },
  (_, minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}:`
)
const seconds = Array.from({ length: 60 }, (_, second) => `${two(second)}.`)

/** A moment in UTC to the millisecond, as DateTime64(3) is written. From tables: a batch has tens of thousands. */
export function tabMoment(at: Date): string {
  const time = at.getTime()
  const day = Math.floor(time / DAY)
  const rest = time - day * DAY
  const minute = Math.floor(rest / MINUTE)
  const inMinute = rest - minute * MINUTE
  const second = Math.floor(inMinute / 1000)
  const millisecond = inMinute - second * 1000
  return `${tabDate(day)} ${clock[minute]}${seconds[second]}${String(millisecond).padStart(3, '0')}`
}

/** A date, by its number of days since 1970. */
export function tabDate(day: number): string {
  let date = days.get(day)
  if (date === undefined) {
    if (days.size > 20_000) days.clear()
    date = new Date(day * DAY).toISOString().slice(0, 10)
    days.set(day, date)
  }
  return date
}

function two(value: number) {
  return String(value).padStart(2, '0')
}

/** Any value, by what it is. */
export function tabValue(value: unknown): string {
  if (value === null || value === undefined) return NOTHING
  if (value instanceof Date) return tabMoment(value)
  return tabText(typeof value === 'string' ? value : String(value))
}
