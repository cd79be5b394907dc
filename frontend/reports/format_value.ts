import type { Unit } from '../api/report_type.js'
import type { TimeFormat, Value } from '../api/report.js'

export interface Manner {
  /** Of numbers and dates, such as `sv-SE`. */
  locale: string
  timeFormat: TimeFormat
  /** Where moments are told: a time zone's name. */
  zone?: string
}

/** What is shown where there was nothing to measure. */
export const NOTHING = '–'

/** A value as people read it. */
export function formatValue(value: Value | undefined, unit: Unit, manner: Manner): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (unit === 'text' || unit === 'phone') return String(value)
  if (unit === 'time') return formatMoment(String(value), manner)
  const number = Number(value)
  if (!Number.isFinite(number)) return typeof value === 'number' ? NOTHING : String(value)
  switch (unit) {
    case 'percent':
      return numberFormat(manner.locale, 1, 1, 'percent').format(number / 100)
    case 'seconds':
      if (manner.timeFormat === 'hms') return formatDuration(number)
      if (manner.timeFormat === 'words') return durationInWords(number, manner.locale)
      return numberFormat(manner.locale, 0, 1).format(number)
    case 'number':
      return numberFormat(manner.locale, 0, 2).format(number)
    case 'count':
      return numberFormat(manner.locale, 0, 0).format(number)
  }
}

/** Seconds as hours, minutes and seconds: `01:02:03`. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return NOTHING
  const whole = Math.round(Math.abs(seconds))
  const two = (part: number) => String(part).padStart(2, '0')
  const clock = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
  return seconds < 0 ? `-${clock}` : clock
}

/** Seconds with their units, of which those that are nought are left out: `1 min 20 s`. */
function durationInWords(seconds: number, locale: string): string {
  const whole = Math.round(Math.abs(seconds))
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const
  const told = parts.filter(([amount]) => amount > 0)
  const text = (told.length ? told : [[0, 's'] as const])
    .map(([amount, unit]) => `${numberFormat(locale, 0, 0).format(amount)}\u00A0${unit}`)
    .join('\u00A0')
  return seconds < 0 && whole > 0 ? `-${text}` : text
}

export function formatMoment(moment: string, { locale, zone }: Pick<Manner, 'locale' | 'zone'>) {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  }).format(date)
}

/** Two local dates as people write a stretch of days: `25 okt. – 23 nov. 2026`. */
export function formatDays(from: string, to: string, locale: string) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return format.formatRange(new Date(`${from}T00:00Z`), new Date(`${to}T00:00Z`))
}

const formats = new Map<string, Intl.NumberFormat>()

/** Kept, as making one costs more than using it a thousand times. */
function numberFormat(locale: string, least: number, most: number, style = 'decimal') {
  const key = `${locale} ${least} ${most} ${style}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: style as 'decimal' | 'percent',
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    })
    formats.set(key, format)
  }
  return format
}
