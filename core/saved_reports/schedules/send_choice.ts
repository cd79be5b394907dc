/** When a schedule sends. */
export const sendChoices = [
  'lastDayOfYear',
  'lastDayOfMonth',
  'firstDayOfYear',
  'firstDayOfMonth',
  'everyDay',
  'workingDays',
  'dayAfterWorkingDay',
  'mondays',
  'tuesdays',
  'wednesdays',
  'thursdays',
  'fridays',
  'saturdays',
  'sundays',
  'never',
] as const
export type SendChoice = (typeof sendChoices)[number]

/** What becomes of a day that is no working day: a Saturday, a Sunday or one of the customer's holidays. */
export const closedDayChoices = ['send', 'skip', 'previousWorkingDay', 'nextWorkingDay'] as const
export type ClosedDays = (typeof closedDayChoices)[number]
