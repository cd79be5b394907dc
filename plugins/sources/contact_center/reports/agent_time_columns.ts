import { state } from './conditions.js'

/** Where the time of agents went. Beside `agentColumns`, which have the time talked and in wrap-up. */
export const agentTimeColumns = {
  loggedOn: {
    label: 'Logged on',
    description: 'How long the agent was logged on, pauses included.',
    unit: 'seconds',
    of: 'state',
    value: { sum: 'seconds', where: state('loggedOn') },
    consistsOf: [['ready', 'talking', 'wrapUp', 'paused']],
  },
  ready: {
    label: 'Ready',
    description:
      'How long the agent was logged on and free to take a session: the time logged on less talking, wrap-up and pauses.',
    unit: 'seconds',
    value: { minus: ['loggedOn', 'notReady'] },
  },
  notReady: {
    label: 'Not ready',
    description: 'How long the agent talked, was in wrap-up or paused.',
    unit: 'seconds',
    hidden: true,
    value: { plus: ['talking', 'wrapUp', 'paused'] },
    consistsOf: [['talking', 'wrapUp', 'paused']],
  },
  paused: {
    label: 'Paused',
    description: 'How long the agent was paused.',
    unit: 'seconds',
    of: 'state',
    value: { sum: 'seconds', where: state('paused') },
  },
  pausedEach: {
    label: 'Paused - Specification ({value})',
    description: 'How long the agent was paused, each reason by itself.',
    unit: 'seconds',
    of: 'state',
    per: { field: 'reason' },
    value: { sum: 'seconds', where: state('paused') },
  },
  pauses: {
    label: 'Pauses',
    description: 'How many times the agent paused.',
    unit: 'count',
    of: 'state',
    value: { count: 'events', where: state('paused') },
  },
  available: {
    label: 'Available',
    description: 'How long the agent was logged on without pausing.',
    unit: 'seconds',
    hidden: true,
    value: { minus: ['loggedOn', 'paused'] },
  },
  busy: {
    label: 'Talking and wrap-up',
    description:
      'How long the agent talked or was in wrap-up. A second with several sessions counts once.',
    unit: 'seconds',
    hidden: true,
    of: 'busy',
    value: { sum: 'seconds' },
  },
  occupancy: {
    label: '(%) Occupancy',
    description:
      'Share of the time logged on without pausing that the agent talked or was in wrap-up: talking and wrap-up / (logged on − paused). Each second counts once, whatever names and groups the agent has.',
    unit: 'percent',
    value: { percent: ['busy', 'available'] },
  },
  answeredPerHour: {
    label: 'Answered per hour logged on',
    description: 'How many sessions the agent answered per hour logged on.',
    unit: 'number',
    value: { ratio: ['answered', 'loggedOn'], times: 3600 },
  },
  logOns: {
    label: 'Log-ons',
    description: 'How many times the agent logged on.',
    unit: 'count',
    of: 'state',
    value: { count: 'events', where: state('loggedOn') },
  },
  firstLogOn: {
    label: 'First log-on',
    description: 'When an agent first logged on.',
    unit: 'time',
    of: 'state',
    value: { first: 'began', where: state('loggedOn') },
  },
  lastLogOff: {
    label: 'Last log-off',
    description: 'When an agent last logged off.',
    unit: 'time',
    of: 'state',
    value: { last: 'ended', where: state('loggedOn') },
  },
  loggedOnAtEnd: {
    label: 'Logged on at the end',
    description: 'How many agents were logged on at the end of the row.',
    unit: 'count',
    hidden: true,
    of: 'state',
    value: { open: 'events', where: state('loggedOn') },
  },
} as const
