import type { Chance } from './chance.js'
import type { DayPlan } from './day_plan.js'
import type { Person } from './site.js'

export interface Shift {
  from: number
  to: number
  pauses: { from: number; to: number; reason: string }[]
}

const minute = 60
const hour = 60 * minute

/** When somebody works in the queues on a day; nobody answers all day long. */
export function shifts(plan: DayPlan, person: Person, chance: Chance): Shift[] {
  const whole = plan.closes - plan.opens
  const atWork = chance.happens(plan.staffed)
  if (whole === 0 || !atWork) return []
  if (whole === 24 * hour) return [allDay(plan, chance)]
  if (whole < 5 * hour) {
    return chance.happens(0.35) ? [shift(plan.opens, plan.closes, chance, false)] : []
  }
  const early = chance.happens(person.queues.length > 1 ? 0.75 : 0.5)
  const noon = 12 * hour + chance.between(-20, 30) * minute
  if (chance.happens(0.25)) return [shift(plan.opens, plan.closes, chance, true)]
  return early
    ? [shift(plan.opens, noon + hour, chance, false)]
    : [shift(noon - hour, plan.closes, chance, false)]
}

/** From midnight to midnight, with a break every two hours or so. */
function allDay(plan: DayPlan, chance: Chance): Shift {
  const reasons = ['Kaffe', 'Lunch', 'Möte', 'Administration']
  const pauses = Array.from({ length: 11 }, (_, index) =>
    pause(chance, (index + 0.5) * 2 * hour, 12, chance.pick(reasons))
  )
  return { from: plan.opens + chance.between(0, 30), to: plan.closes - 1, pauses }
}

function shift(opens: number, closes: number, chance: Chance, wholeDay: boolean): Shift {
  const from = opens - chance.between(0, 6) * minute + chance.between(0, 59)
  const to = closes + chance.between(0, 5) * minute + chance.between(0, 59)
  const pauses = wholeDay ? [pause(chance, 11.5 * hour, 40, 'Lunch')] : []
  pauses.push(pause(chance, from + 1.2 * hour, 12, 'Kaffe'))
  if (chance.happens(0.3)) pauses.push(pause(chance, to - 1.6 * hour, 25, 'Möte'))
  if (chance.happens(0.25)) pauses.push(pause(chance, from + 2.2 * hour, 10, 'Administration'))
  return { from, to, pauses }
}

/** About so many minutes, beginning within the three quarters of an hour after `earliest`. */
function pause(chance: Chance, earliest: number, minutes: number, reason: string) {
  const from = Math.round(earliest) + chance.between(0, 45 * minute)
  return { from, to: from + Math.round(minutes * minute * (0.7 + 0.6 * chance.next())), reason }
}
