import { answered, within } from './conditions.js'

/** Session time is what the customer lives through: queue, ringing, service and park, of answered sessions only. */
export const sessionTimeColumns = {
  sessionTime: {
    label: 'Session time',
    description:
      'The total time of sessions from when they were queued until they ended. This is the time that the customer experiences: queue time + ringing time + service time + park time. Only answered sessions are included.',
    unit: 'seconds',
    value: { plus: ['queueTime', 'ringTime', 'serviceTime', 'parkTime'] },
    consistsOf: [['queueTime', 'ringTime', 'serviceTime', 'parkTime']],
  },
  meanSessionTime: {
    label: '(M) Session time',
    description: 'Mean session time of answered sessions.',
    unit: 'seconds',
    value: { ratio: ['sessionTime', 'answered'] },
  },
  queueTime: {
    label: 'Queue time',
    description:
      'Total time that answered sessions waited in the queue before it rang at an agent.',
    unit: 'seconds',
    value: { sum: 'queueSeconds', where: answered },
  },
  meanQueueTime: {
    label: '(M) Queue time',
    description: 'Mean time that answered sessions waited in the queue before it rang at an agent.',
    unit: 'seconds',
    value: { mean: 'queueSeconds', where: answered },
  },
  longestQueueTime: {
    label: '(longest) Queue time',
    description: 'Longest time that an answered session waited in the queue.',
    unit: 'seconds',
    value: { longest: 'queueSeconds', where: answered },
  },
  ringTime: {
    label: 'Ringing time',
    description: 'Total time that it rang at the agents who answered.',
    unit: 'seconds',
    value: { sum: 'ringSeconds', where: answered },
  },
  meanRingTime: {
    label: '(M) Ringing time',
    description: 'Mean time that it rang at the agent who answered.',
    unit: 'seconds',
    value: { mean: 'ringSeconds', where: answered },
  },
  serviceTime: {
    label: 'Service time',
    description: 'Total time that agents talked with customers, without the time parked.',
    unit: 'seconds',
    value: { sum: 'serviceSeconds', where: answered },
  },
  meanServiceTime: {
    label: '(M) Service time',
    description: 'Mean time that an agent talked with a customer, without the time parked.',
    unit: 'seconds',
    value: { mean: 'serviceSeconds', where: answered },
  },
  longestServiceTime: {
    label: '(longest) Service time',
    description: 'Longest time that an agent talked with a customer.',
    unit: 'seconds',
    value: { longest: 'serviceSeconds', where: answered },
  },
  parkTime: {
    label: 'Park time',
    description: 'Total time that answered sessions were parked.',
    unit: 'seconds',
    value: { sum: 'parkSeconds', where: answered },
  },
  meanParkTime: {
    label: '(M) Park time',
    description: 'Mean time that answered sessions were parked.',
    unit: 'seconds',
    value: { mean: 'parkSeconds', where: answered },
  },
  meanAnswerTime: {
    label: '(M) Answer time',
    description: 'Mean time from when a session was queued until an agent answered.',
    unit: 'seconds',
    value: { mean: 'wait', where: answered },
  },
  longestAnswerTime: {
    label: '(longest) Answer time',
    description: 'Longest time from when a session was queued until an agent answered.',
    unit: 'seconds',
    value: { longest: 'wait', where: answered },
  },
  percentile90AnswerTime: {
    label: '(90 %) Answer time',
    description: 'The time within which 90 percent of the answered sessions were answered.',
    unit: 'seconds',
    value: { percentile: 'wait', at: 90, where: answered },
  },
  answeredWithin: {
    label: 'Answered within {limit} seconds',
    description: 'Sessions that were answered within {limit} seconds.',
    unit: 'count',
    per: { limits: 'answerTimeLimits' },
    value: { count: 'events', where: within('answered') },
  },
  transferred: {
    label: 'Transferred',
    description: 'Answered sessions that the agent transferred to somebody else.',
    unit: 'count',
    value: {
      count: 'events',
      where: { every: [answered, { field: 'transferred', is: true }] },
    },
  },
} as const
