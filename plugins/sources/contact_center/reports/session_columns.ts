import { answered, outcome, overflowed, within } from './conditions.js'

/** What became of the sessions that were queued: each is in exactly one of the parts. */
export const sessionColumns = {
  offered: {
    label: 'Offered',
    description: 'Sessions that were queued at the service group, whatever became of them.',
    unit: 'count',
    value: { count: 'events' },
    consistsOf: [
      [
        'answered',
        'abandoned',
        'overflow',
        'leftByChoice',
        'callbacks',
        'closed',
        'failed',
        'ongoing',
      ],
    ],
  },
  answered: {
    label: 'Answered',
    description: 'Sessions that an agent answered.',
    unit: 'count',
    value: { count: 'events', where: answered },
  },
  abandoned: {
    label: 'Abandoned',
    description: 'Sessions where the customer hung up before an agent answered.',
    unit: 'count',
    value: { count: 'events', where: outcome('abandoned') },
  },
  overflow: {
    label: 'Overflow',
    description: 'Sessions that left the service group for another destination without an answer.',
    unit: 'count',
    value: { count: 'events', where: overflowed },
    consistsOf: [['overflowTimeout', 'overflowMoved', 'overflowNoAgents', 'overflowFull']],
  },
  overflowTimeout: {
    label: 'Overflow (queue time-out)',
    description: 'Sessions that left because they had waited as long as the queue allows.',
    unit: 'count',
    value: { count: 'events', where: outcome('timeout') },
  },
  overflowMoved: {
    label: 'Overflow (moved)',
    description: 'Sessions that were moved on to another service group or destination.',
    unit: 'count',
    value: { count: 'events', where: outcome('moved') },
  },
  overflowNoAgents: {
    label: 'Overflow (no agents)',
    description: 'Sessions that left because no agent was logged on.',
    unit: 'count',
    value: { count: 'events', where: outcome('noAgents') },
  },
  overflowFull: {
    label: 'Overflow (queue full)',
    description: 'Sessions that left because the queue was full.',
    unit: 'count',
    value: { count: 'events', where: outcome('full') },
  },
  leftByChoice: {
    label: 'Left by choice',
    description: 'Sessions where the customer pressed a key to leave the queue.',
    unit: 'count',
    value: { count: 'events', where: outcome('choice') },
  },
  callbacks: {
    label: 'Callbacks requested',
    description: 'Sessions where the customer left the queue and asked to be called back.',
    unit: 'count',
    value: { count: 'events', where: outcome('callback') },
  },
  callbacksHandled: {
    label: 'Callbacks handled',
    description:
      'Requested callbacks that an agent has called back. They are counted when they were requested.',
    unit: 'count',
    value: {
      count: 'events',
      where: { every: [outcome('callback'), { field: 'callbackHandled', is: true }] },
    },
  },
  closed: {
    label: 'Closed',
    description: 'Sessions that were turned away because the service group was closed.',
    unit: 'count',
    value: { count: 'events', where: outcome('closed') },
  },
  offeredOpen: {
    label: 'Offered (open)',
    description: 'Offered sessions but those that met a closed service group.',
    unit: 'count',
    hidden: true,
    value: { minus: ['offered', 'closed'] },
    consistsOf: [
      ['answered', 'abandoned', 'overflow', 'leftByChoice', 'callbacks', 'failed', 'ongoing'],
    ],
  },
  failed: {
    label: 'Failed',
    description: 'Sessions that a fault stopped, or that were deleted or cancelled.',
    unit: 'count',
    hidden: true,
    value: { count: 'events', where: outcome('failed') },
  },
  ongoing: {
    label: 'Ongoing',
    description: 'Sessions that had not ended when they were collected.',
    unit: 'count',
    hidden: true,
    value: { count: 'events', where: outcome('ongoing') },
  },
  sessions: {
    label: 'Sessions',
    description:
      'Whole sessions: each is counted once, however many service groups it was queued at.',
    unit: 'count',
    value: { distinct: 'session' },
  },
  answeredShare: {
    label: '(%) Answered',
    description: 'Share of the offered sessions that were answered.',
    unit: 'percent',
    value: { percent: ['answered', 'offered'] },
  },
  answeredOpenShare: {
    label: '(%) Answered (open)',
    description:
      'Share of the sessions that were answered, of those that did not meet a closed service group: answered / (offered − closed).',
    unit: 'percent',
    value: { percent: ['answered', 'offeredOpen'] },
  },
  abandonedShare: {
    label: '(%) Abandoned',
    description: 'Share of the offered sessions that were abandoned.',
    unit: 'percent',
    value: { percent: ['abandoned', 'offered'] },
  },
  overflowShare: {
    label: '(%) Overflow',
    description: 'Share of the offered sessions that overflowed.',
    unit: 'percent',
    value: { percent: ['overflow', 'offered'] },
  },
  meanQueueAbandoned: {
    label: '(M) Queue time abandoned',
    description: 'Mean time in the queue for sessions that were abandoned.',
    unit: 'seconds',
    value: { mean: 'wait', where: outcome('abandoned') },
  },
  meanWaitAll: {
    label: '(M) Queue time (all)',
    description:
      'Mean time that sessions waited, whatever became of them: answered, abandoned, or left the queue. Sessions that met a closed service group are left out.',
    unit: 'seconds',
    value: { mean: 'wait', where: { not: outcome('closed') } },
  },
  longestQueueAbandoned: {
    label: '(longest) Queue time abandoned',
    description: 'Longest time in the queue for a session that was abandoned.',
    unit: 'seconds',
    hidden: true,
    value: { longest: 'wait', where: outcome('abandoned') },
  },
  abandonedWithin: {
    label: 'Abandoned within {limit} seconds',
    description: 'Sessions that were abandoned within {limit} seconds.',
    unit: 'count',
    per: { limits: 'answerTimeLimits' },
    value: { count: 'events', where: within('abandoned') },
  },
  serviceLevel: {
    label: '(%) Service level ({limit} seconds)',
    description:
      'Share of the sessions that were answered within {limit} seconds, by the formula that is set for the customer.',
    unit: 'percent',
    per: { limits: 'answerTimeLimits' },
    value: {
      serviceLevel: {
        wait: 'wait',
        answered,
        abandoned: outcome('abandoned'),
        other: outcome('timeout', 'moved', 'noAgents', 'full', 'choice', 'callback'),
      },
    },
  },
  callers: {
    label: 'Different callers',
    description: 'How many different numbers called.',
    unit: 'count',
    value: { distinct: 'caller' },
  },
} as const
