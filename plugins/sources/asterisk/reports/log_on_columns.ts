import { state } from './outcomes.js'

const on = state('loggedOn')
const paused = state('paused')

/** Log-on and pauses, of whatever the report's first event says them. */
export const logOnColumns = {
  loggedOn: {
    label: 'Logged on',
    description: 'How long agents were logged on, their pauses included.',
    unit: 'seconds',
    basic: true,
    value: { sum: 'seconds', where: on },
  },
  paused: {
    label: 'Paused',
    description: 'How long agents were paused.',
    unit: 'seconds',
    basic: true,
    value: { sum: 'seconds', where: paused },
    consistsOf: [['pausedFor', 'pausedWithoutReason']],
  },
  pausedFor: {
    label: 'Paused ({value})',
    description: 'How long agents were paused, each reason by itself.',
    unit: 'seconds',
    per: { field: 'reason' },
    value: { sum: 'seconds', where: paused },
  },
  pausedWithoutReason: {
    label: 'Paused (no reason)',
    description: 'How long agents were paused without giving a reason.',
    unit: 'seconds',
    value: { sum: 'seconds', where: { every: [paused, { field: 'reason', is: null }] } },
  },
  available: {
    label: 'Available',
    description: 'How long agents were logged on and not paused.',
    unit: 'seconds',
    value: { minus: ['loggedOn', 'paused'] },
  },
  pausedShare: {
    label: '(%) Paused',
    description: 'How large a part of the logged-on time agents were paused.',
    unit: 'percent',
    value: { percent: ['paused', 'loggedOn'] },
  },
  logOns: {
    label: 'Log-ons',
    description: 'How many times agents logged on.',
    unit: 'count',
    value: { count: 'events', where: on },
  },
  pauses: {
    label: 'Pauses',
    description: 'How many pauses agents began.',
    unit: 'count',
    value: { count: 'events', where: paused },
  },
  longestPause: {
    label: '(longest) Paused',
    description: 'The longest pause within this time.',
    unit: 'seconds',
    value: { longest: 'seconds', where: paused },
  },
  firstLogOn: {
    label: 'First log-on',
    description: 'When the first log-on of this time began.',
    unit: 'time',
    value: { first: 'began', where: on },
  },
  lastLogOff: {
    label: 'Last log-off',
    description: 'When the last log-on of this time ended.',
    unit: 'time',
    value: { last: 'ended', where: on },
  },
  loggedOnAtEnd: {
    label: 'Logged on at the end',
    description: 'How many log-ons lasted when this time ended.',
    unit: 'count',
    value: { open: 'events', where: on },
  },
  pausedAtEnd: {
    label: 'Paused at the end',
    description: 'How many pauses lasted when this time ended.',
    unit: 'count',
    value: { open: 'events', where: paused },
  },
  agents: {
    label: 'Agents logged on',
    description: 'How many different agents were logged on at any time.',
    unit: 'count',
    value: { distinct: 'agent', where: on },
  },
  clock: {
    label: 'Clock time',
    description: 'How long the time is that the row covers.',
    unit: 'seconds',
    hidden: true,
    value: { length: 'row' },
  },
  meanLoggedOn: {
    label: '(M) Agents logged on',
    description: 'How many agents were logged on at once on average.',
    unit: 'number',
    value: { ratio: ['loggedOn', 'clock'] },
  },
  meanAvailable: {
    label: '(M) Agents available',
    description: 'How many agents were logged on and not paused at once on average.',
    unit: 'number',
    value: { ratio: ['available', 'clock'] },
  },
} as const
