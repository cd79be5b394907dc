import { defineReportType } from '#core/contracts/plugin'
import { activity } from '../events/activity.js'

const state = (is: string) => ({ field: 'state', is }) as const

/** Activities of each queue, in all channels. */
export const activities = defineReportType({
  key: 'daktela.activities',
  label: 'Activities',
  description:
    'Shows the activities of each queue in all channels, such as e-mail, chat and calls: how many came, how long they waited and how long they took.',
  events: { activity },
  subject: 'queue',
  breakdown: 'channel',
  breakdownByDefault: false,
  parameters: {
    answerTimeLimits: {
      label: 'Answer time (t1) sec',
      help: 'Answer times in seconds, separated by commas. Each gives columns of its own.',
      type: 'secondsList',
      default: [3600, 86_400],
    },
  },
  columns: {
    activities: {
      label: 'Activities',
      description: 'Activities that came to the queue.',
      unit: 'count',
      value: { count: 'events' },
      consistsOf: [['waiting', 'open', 'postponed', 'closed'], ['activitiesEach']],
    },
    waiting: {
      label: 'Waiting',
      description: 'Activities that wait for an agent.',
      unit: 'count',
      value: { count: 'events', where: state('waiting') },
    },
    open: {
      label: 'Open',
      description: 'Activities that an agent has opened and not closed.',
      unit: 'count',
      value: { count: 'events', where: state('open') },
    },
    postponed: {
      label: 'Postponed',
      description: 'Activities that an agent has postponed.',
      unit: 'count',
      value: { count: 'events', where: state('postponed') },
    },
    closed: {
      label: 'Closed',
      description: 'Activities that have been closed.',
      unit: 'count',
      value: { count: 'events', where: state('closed') },
    },
    closedShare: {
      label: '(%) Closed',
      description: 'Share of the activities that have been closed.',
      unit: 'percent',
      value: { percent: ['closed', 'activities'] },
    },
    meanAnswerTime: {
      label: '(M) Answer time',
      description: 'Mean time from when an activity came until an agent opened it.',
      unit: 'seconds',
      value: { mean: 'wait' },
    },
    answeredWithin: {
      label: 'Answered within {limit} seconds',
      description: 'Activities that an agent opened within {limit} seconds.',
      unit: 'count',
      per: { limits: 'answerTimeLimits' },
      value: { count: 'events', where: { field: 'wait', to: 'to' } },
    },
    meanHandling: {
      label: '(M) Handling time',
      description: 'Mean time from when an agent opened an activity until it was closed.',
      unit: 'seconds',
      value: { mean: 'handling' },
    },
    longestHandling: {
      label: '(longest) Handling time',
      description: 'Longest time from when an agent opened an activity until it was closed.',
      unit: 'seconds',
      value: { longest: 'handling' },
    },
    wrapUp: {
      label: 'Wrap-up',
      description: 'Total time that agents worked after activities.',
      unit: 'seconds',
      value: { sum: 'afterWork' },
    },
    meanWrapUp: {
      label: '(M) Wrap-up',
      description: 'Mean time that agents worked after an activity.',
      unit: 'seconds',
      value: { mean: 'afterWork' },
    },
    activitiesEach: {
      label: 'Activities - Specification ({value})',
      description: 'Activities, each channel by itself.',
      unit: 'count',
      per: { field: 'channel' },
      value: { count: 'events' },
    },
  },
  headline: [
    { column: 'activities' },
    { column: 'closedShare', good: 'up' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'meanHandling' },
  ],
  presets: {
    handled: ['activities', 'closed', 'meanAnswerTime', 'meanHandling'],
    channels: ['activities', 'activitiesEach'],
  },
  charts: [
    { kind: 'stack', columns: ['activitiesEach'] },
    { kind: 'stack', columns: ['closed', 'open', 'postponed', 'waiting'], line: 'meanAnswerTime' },
  ],
  specification: [
    'channel',
    'state',
    'queue',
    'agent',
    'wait',
    'handling',
    'beforeWork',
    'afterWork',
    'closedAt',
  ],
})
