import { DateTime } from 'luxon'
import type { CollectionPoint } from '#core/contracts/collector'

/**
 * From which local time on a model is asked for: some hours before the newest record that is known, as
 * records change after they were first answered.
 */
export function windowBegin(
  { settings, zone }: CollectionPoint,
  newest: string | undefined,
  now: Date
): string {
  const today = DateTime.fromJSDate(now, { zone })
  if (newest === undefined) return firstDay(settings, today).toFormat(local)
  const last = DateTime.fromISO(newest, { zone })
  // A record of tomorrow must not move the window over what comes until then.
  return (last > today ? today : last).minus({ hours: rereadHours(settings) }).toFormat(local)
}

const local = 'yyyy-MM-dd HH:mm:ss'

function rereadHours(settings: CollectionPoint['settings']): number {
  const hours = Number(settings.rereadHours ?? 48)
  return hours >= 0 && hours <= 24 * 60 ? hours : 48
}

function firstDay(settings: CollectionPoint['settings'], today: DateTime): DateTime {
  const text = typeof settings.firstDay === 'string' ? settings.firstDay.trim() : ''
  if (text === '') return today.minus({ days: 1 }).startOf('day')
  const day = DateTime.fromFormat(text, 'yyyy-MM-dd')
  if (day.isValid) return day
  throw new Error(`The setting "First day to fetch" should be like 2026-01-01; it is "${text}".`)
}
