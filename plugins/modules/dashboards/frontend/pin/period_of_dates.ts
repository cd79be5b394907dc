import type { QuestionPeriod } from '#core/contracts/question'

const DAY_MS = 86_400_000
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS
const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10)

/**
 * Dates as days told from today, so that what is pinned goes on: this week, last month, or so many days
 * back. A stretch that lies further back becomes as many days until today.
 */
export function periodOfDates(
  { from, to }: { from: string; to: string },
  today: string
): QuestionPeriod {
  const now = dayOf(today)
  const monday = now - ((now + 3) % 7)
  const month = today.slice(0, 8)
  const lastOfPrevious = dateOf(dayOf(`${month}01`) - 1)
  const known: readonly [string, string, QuestionPeriod][] = [
    [today, today, { choice: 'today' }],
    [dateOf(now - 1), dateOf(now - 1), { choice: 'yesterday' }],
    [dateOf(monday), today, { choice: 'weekToToday' }],
    [dateOf(monday - 7), dateOf(monday - 1), { choice: 'previousWeek' }],
    [`${month}01`, today, { choice: 'monthToToday' }],
    [`${lastOfPrevious.slice(0, 8)}01`, lastOfPrevious, { choice: 'previousMonth' }],
    [`${today.slice(0, 5)}01-01`, today, { choice: 'yearToToday' }],
  ]
  const found = known.find(([first, last]) => first === from && last === to)
  if (found) return found[2]
  const count = Math.max(1, Math.min(9131, dayOf(to) - dayOf(from) + 1))
  return { choice: to === dateOf(now - 1) ? 'lastDaysToYesterday' : 'lastDaysToToday', count }
}
