import type { DateTime } from 'luxon'
import type { Holiday, OpeningHours } from '#core/customers/opening_hours'

export interface Opening {
  /** Null where nothing is said of opening hours. */
  open: boolean | null
  nextChange: DateTime | null
  /** What the holiday of today is called. */
  holiday: string | null
}

const LOOKED_AHEAD_DAYS = 15

/** Whether a customer is open at a moment of its zone, and when that changes. */
export function openingOf(
  customer: { openingHours?: OpeningHours | null; holidays?: readonly Holiday[] | null },
  now: DateTime
): Opening {
  const { openingHours, holidays } = customer
  const named = (day: DateTime) => holidays?.find(({ date }) => date === day.toISODate())
  const holiday = named(now)?.name ?? null
  if (!openingHours) return { open: null, nextChange: null, holiday }
  const hoursOf = (day: DateTime) =>
    named(day) ? [] : (openingHours[String(day.weekday) as keyof OpeningHours] ?? [])
  const days = Array.from({ length: LOOKED_AHEAD_DAYS }, (_, at) => now.plus({ days: at }))
  const stretches = joined(
    days.flatMap((day) =>
      hoursOf(day).map(({ from, to }) => ({ from: clockOn(day, from), to: clockOn(day, to) }))
    )
  )
  const current = stretches.find(({ from, to }) => from <= now && now < to)
  if (current) {
    const last = days.at(-1)!.endOf('day')
    return { open: true, nextChange: current.to < last ? current.to : null, holiday }
  }
  const next = stretches.find(({ from }) => from > now)
  return { open: false, nextChange: next?.from ?? null, holiday }
}

interface Stretch {
  from: DateTime
  to: DateTime
}

/** Hours that touch or overlap are one, also over midnight. */
function joined(stretches: Stretch[]): Stretch[] {
  const apart: Stretch[] = []
  for (const one of stretches.sort((a, b) => a.from.toMillis() - b.from.toMillis())) {
    const last = apart.at(-1)
    if (last && one.from <= last.to) {
      if (one.to > last.to) last.to = one.to
    } else apart.push({ ...one })
  }
  return apart
}

/** A time of the wall clock on a day; `24:00` is the midnight after it. */
function clockOn(day: DateTime, clock: string): DateTime {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const midnight = day.startOf('day')
  return hour === 24 ? midnight.plus({ days: 1 }) : midnight.set({ hour, minute })
}
