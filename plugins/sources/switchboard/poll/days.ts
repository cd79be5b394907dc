import type { CollectionPoint } from '#core/contracts/collector'
import { DateTime } from 'luxon'
import type { PollMemory } from '../memory.js'

/** Local days, `2026-01-31`, that a poll reads: those of the window once more, then the new ones, up to today. */
export function daysToRead(
  { settings, zone }: CollectionPoint,
  poll: PollMemory | null,
  now: Date
): string[] {
  const today = DateTime.fromJSDate(now, { zone }).toISODate()!
  return daysBetween(
    poll ? windowBegin(poll, rereadDays(settings)) : firstDay(settings, today),
    today
  )
}

/** How many days before the last one are read again. */
export function rereadDays(settings: CollectionPoint['settings']): number {
  const days = Number(settings.rereadDays ?? 2)
  return Number.isInteger(days) && days >= 0 && days <= 60 ? days : 2
}

export const daysBefore = (day: string, days: number) =>
  DateTime.fromISO(day, { zone: 'utc' }).minus({ days }).toISODate()!

function firstDay(settings: CollectionPoint['settings'], today: string): string {
  const text = typeof settings.firstDay === 'string' ? settings.firstDay.trim() : ''
  if (text === '') return daysBefore(today, 1)
  if (/^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid) return text
  throw new Error(`The setting "First day to fetch" should be like 2026-01-01; it is "${text}".`)
}

/** A day can be read again where it is remembered what was known as it began. */
function windowBegin({ day, before }: PollMemory, again: number): string {
  const remembered = [...before.keys()].sort()
  return remembered.find((known) => known >= daysBefore(day, again)) ?? daysBefore(day, -1)
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = daysBefore(day, -1)) days.push(day)
  return days
}
