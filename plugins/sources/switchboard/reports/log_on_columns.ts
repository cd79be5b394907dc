const state = (is: 'loggedOn' | 'paused') => ({ field: 'state', is }) as const

/** The columns that both reports on signing in have, each about its own event: one group's, or the agent's as a whole. */
export const logOnColumns = {
  loggedOn: {
    label: 'Logged on',
    description: 'Total time that agents were logged on.',
    unit: 'seconds',
    value: { sum: 'seconds', where: state('loggedOn') },
    consistsOf: [['available', 'paused']],
  },
  available: {
    label: 'Available',
    description: 'Total time that agents were logged on without pausing.',
    unit: 'seconds',
    value: { minus: ['loggedOn', 'paused'] },
  },
  paused: {
    label: 'Paused',
    description: 'Total time that agents were logged on but paused.',
    unit: 'seconds',
    value: { sum: 'seconds', where: state('paused') },
  },
  pausedShare: {
    label: '(%) Paused',
    description: 'Share of the time logged on that agents were paused.',
    unit: 'percent',
    value: { percent: ['paused', 'loggedOn'] },
  },
  pausedEach: {
    label: 'Paused - Specification ({value})',
    description: 'Total time paused, each reason by itself.',
    unit: 'seconds',
    per: { field: 'reason' },
    value: { sum: 'seconds', where: state('paused') },
  },
  logOns: {
    label: 'Log-ons',
    description: 'How many times agents logged on.',
    unit: 'count',
    value: { count: 'events', where: state('loggedOn') },
  },
  pauses: {
    label: 'Pauses',
    description: 'How many times agents paused.',
    unit: 'count',
    value: { count: 'events', where: state('paused') },
  },
  meanLoggedOn: {
    label: '(M) Time logged on',
    description: 'Mean time logged on for each log-on.',
    unit: 'seconds',
    value: { ratio: ['loggedOn', 'logOns'] },
  },
  longestLoggedOn: {
    label: '(longest) Time logged on',
    description: 'Longest time logged on without logging off.',
    unit: 'seconds',
    value: { longest: 'seconds', where: state('loggedOn') },
  },
  firstLogOn: {
    label: 'First log-on',
    description: 'When an agent first logged on.',
    unit: 'time',
    value: { first: 'began', where: state('loggedOn') },
  },
  lastLogOff: {
    label: 'Last log-off',
    description: 'When an agent last logged off.',
    unit: 'time',
    value: { last: 'ended', where: state('loggedOn') },
  },
  loggedOnAtEnd: {
    label: 'Logged on at the end',
    description: 'How many log-ons that lasted at the end of the row.',
    unit: 'count',
    value: { open: 'events', where: state('loggedOn') },
  },
} as const
