export const answerTimeLimits = {
  label: 'Answer time (t1) sec',
  help: 'Answer times in seconds, separated by commas. Each gives columns of its own.',
  type: 'secondsList',
  default: [20, 40],
} as const
