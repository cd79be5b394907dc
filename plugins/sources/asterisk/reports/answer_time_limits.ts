/** Asked by each report that counts calls within limits. */
export const answerTimeLimits = {
  label: 'Answer time limits',
  help: 'In seconds, divided by commas: such as 20, 40. There is a column for each of them.',
  type: 'secondsList',
  default: [20, 40],
} as const

export const perLimit = { limits: 'answerTimeLimits' } as const
