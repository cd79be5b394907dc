/**
 * A slow calendar to compare with: it looks at one day after the other, and at the wall clock as
 * `Intl` shows it. It knows no luxon and nothing of how the product goes about it.
 */
const DAY = 86_400_000

export interface Day {
  date: string
  year: number
  month: number
  day: number
  /** 1 is Monday. */
  weekday: number
}

function dayAt(at: number): Day {
  const date = new Date(at)
  return {
    date: date.toISOString().slice(0, 10),
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
  }
}

/** Every day from 1999 on, one after the other. */
const days: Day[] = []
const places = new Map<string, number>()
for (let at = Date.parse('1999-01-01'); at < Date.parse('2040-01-01'); at += DAY) {
  places.set(dayAt(at).date, days.length)
  days.push(dayAt(at))
}
const dayOf = (date: string) => days[places.get(date)!]
export const shifted = (date: string, by: number) => days[places.get(date)! + by].date

const WEEKDAYS = 'mondays tuesdays wednesdays thursdays fridays saturdays sundays'.split(' ')

/** Whether the choice names the day. */
export function names(send: string, date: string, holidays: readonly string[]): boolean {
  const { month, day, weekday } = dayOf(date)
  const tomorrow = dayOf(shifted(date, 1))
  if (send === 'lastDayOfYear') return month === 12 && day === 31
  if (send === 'lastDayOfMonth') return tomorrow.day === 1
  if (send === 'firstDayOfYear') return month === 1 && day === 1
  if (send === 'firstDayOfMonth') return day === 1
  if (send === 'everyDay') return true
  if (send === 'workingDays') return works(date, holidays)
  if (send === 'dayAfterWorkingDay') return works(shifted(date, -1), holidays)
  return WEEKDAYS[weekday - 1] === send
}

export const works = (date: string, holidays: readonly string[]) =>
  dayOf(date).weekday < 6 && !holidays.includes(date)

/** Where a day goes that nobody works on; null where it is left out. */
export function sentOn(date: string, closedDays: string, holidays: readonly string[]) {
  if (works(date, holidays) || closedDays === 'send') return date
  if (closedDays === 'skip') return null
  const step = closedDays === 'nextWorkingDay' ? 1 : -1
  for (let by = step; ; by += step) {
    if (works(shifted(date, by), holidays)) return shifted(date, by)
  }
}

/** All moments at which a clock in the zone shows this date and time, ascending. */
function momentsShowing(date: string, time: string, zone: string): number[] {
  const format = formatOf(zone)
  const local = Date.parse(`${date}T${time}:00Z`)
  const found: number[] = []
  // No zone of these tests is further from UTC than this.
  for (let offset = 4 * 60; offset >= -4 * 60; offset -= 30) {
    const at = local - offset * 60_000
    if (format.format(at) === `${date} ${time}`) found.push(at)
  }
  return found
}

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(zone: string) {
  const known =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    })
  formats.set(zone, known)
  return known
}

/**
 * The moments of a schedule from one date to another by looking at each day, with the planned day
 * that the period counts from.
 */
export function plainRuns(
  schedule: { send: string; sendTime: string; zone: string; closedDays: string },
  from: string,
  to: string,
  holidays: readonly string[]
) {
  const runs: { at: number; on: string }[] = []
  for (let date = shifted(from, -70); date <= shifted(to, 70); date = shifted(date, 1)) {
    if (schedule.send === 'never' || !names(schedule.send, date, holidays)) continue
    const sent = sentOn(date, schedule.closedDays, holidays)
    if (sent === null || sent < from || sent > to) continue
    const [at] = momentsShowing(sent, schedule.sendTime, schedule.zone)
    const later = shiftedClock(schedule.sendTime)
    const due = at ?? momentsShowing(sent, later, schedule.zone)[0]
    runs.push({ at: due, on: date })
  }
  return runs.sort((a, b) => a.at - b.at || a.on.localeCompare(b.on))
}

/** An hour later, which is how much the clocks of these tests skip. */
const shiftedClock = (time: string) =>
  `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`

/** First and last date of a period, by walking from the day. */
export function plainPeriod(choice: string, count: number, on: string) {
  const walk = (date: string, until: (day: Day) => boolean) => {
    let at = date
    while (!until(dayOf(at))) at = shifted(at, -1)
    return at
  }
  const yesterday = shifted(on, -1)
  const firstOf = { week: (d: Day) => d.weekday === 1, month: (d: Day) => d.day === 1 }
  const year = (d: Day) => d.day === 1 && d.month === 1
  /** The same day of the month so many months ago, or the month's last where it has no such day. */
  const monthsAgo = (months: number) => {
    const { year: y, month, day } = dayOf(on)
    const index = y * 12 + (month - 1) - months
    const [targetYear, targetMonth] = [Math.floor(index / 12), (index % 12) + 1]
    let at = walk(
      on,
      (d) => d.year < targetYear || (d.year === targetYear && d.month <= targetMonth)
    )
    while (dayOf(at).day > day) at = shifted(at, -1)
    return at
  }
  const lastMonday = walk(shifted(walk(on, firstOf.week), -1), firstOf.week)
  const previousMonthEnd = shifted(walk(on, firstOf.month), -1)
  const periods: Record<string, [string, string]> = {
    lastYear: [monthsAgo(12), yesterday],
    lastYears: [monthsAgo(12 * count), yesterday],
    yearToYesterday: [walk(yesterday, year), yesterday],
    yearToToday: [walk(on, year), on],
    previousMonth: [walk(previousMonthEnd, firstOf.month), previousMonthEnd],
    lastMonths: [monthsAgo(count), yesterday],
    monthToYesterday: [walk(yesterday, firstOf.month), yesterday],
    monthToToday: [walk(on, firstOf.month), on],
    lastWeekToYesterday: [shifted(on, -7), yesterday],
    lastWeekToToday: [shifted(on, -6), on],
    lastWeeks: [shifted(on, -7 * count), yesterday],
    previousWeek: [lastMonday, shifted(lastMonday, 6)],
    previousWorkWeek: [lastMonday, shifted(lastMonday, 4)],
    weekToYesterday: [walk(yesterday, firstOf.week), yesterday],
    weekToToday: [walk(on, firstOf.week), on],
    today: [on, on],
    yesterday: [yesterday, yesterday],
    lastDaysToYesterday: [shifted(on, -count), yesterday],
    lastDaysToToday: [shifted(on, 1 - count), on],
  }
  const [from, to] = periods[choice]
  return { from, to }
}
