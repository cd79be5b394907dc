/**
 * The days that a report covers, told from the day that it is made on. *Last* counts back from
 * yesterday, *previous* is a whole one of the calendar.
 */
export const periodChoices = [
  'lastYear',
  'lastYears',
  'yearToYesterday',
  'yearToToday',
  'previousMonth',
  'lastMonths',
  'monthToYesterday',
  'monthToToday',
  'lastWeekToYesterday',
  'lastWeekToToday',
  'lastWeeks',
  'previousWeek',
  'previousWorkWeek',
  'weekToYesterday',
  'weekToToday',
  'today',
  'yesterday',
  'lastDaysToYesterday',
  'lastDaysToToday',
] as const
export type PeriodChoice = (typeof periodChoices)[number]

/** The choices that take a number, and the largest that each takes: 25 years. */
export const countedChoices = {
  lastYears: 25,
  lastMonths: 300,
  lastWeeks: 1300,
  lastDaysToYesterday: 9131,
  lastDaysToToday: 9131,
} as const satisfies Partial<Record<PeriodChoice, number>>

/** The largest number that a choice takes; undefined where it takes none. */
export const mostOf = (choice: PeriodChoice): number | undefined =>
  (countedChoices as Partial<Record<PeriodChoice, number>>)[choice]
