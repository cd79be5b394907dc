import { DateTime } from 'luxon'

/** When mass messages may arrive, by the recipient's clock. */
export interface Hours {
  /** `09:00`. */
  from: string
  /** `20:00`; not included. */
  to: string
  sundays: boolean
}

/** The first moment from then on at which a message may arrive; the moment itself where it may. */
export function nextOpening(from: Date, zone: string, hours: Hours): Date {
  const at = DateTime.fromJSDate(from, { zone })
  // A week has every weekday, and today may be over.
  for (let days = 0; days <= 7; days++) {
    const day = at.plus({ days }).startOf('day')
    if (day.weekday === 7 && !hours.sundays) continue
    const opens = moment(day, hours.from)
    const closes = moment(day, hours.to)
    if (at < opens) return opens.toJSDate()
    if (at < closes) return from
  }
  return from
}

function moment(day: DateTime, text: string) {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return hour >= 24 ? day.plus({ days: 1 }) : day.set({ hour, minute })
}
