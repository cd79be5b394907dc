import { abandoned, answered, ended, forwarded } from '../outcomes.js'

/** How many calls came, and what became of them. */
export const incomingColumns = {
  incoming: {
    label: 'Incoming',
    description:
      'Calls that arrived at the queue, whether or not they were let in. A call that comes back to the queue is counted again.',
    unit: 'count',
    basic: true,
    value: { count: 'events' },
    consistsOf: [
      [
        'answered',
        'abandoned',
        'timedOut',
        'leftByChoice',
        'noAgents',
        'full',
        'closed',
        'diverted',
        'ongoing',
      ],
      ['answered', 'abandoned', 'forwarded', 'closed', 'ongoing'],
      ['direct', 'viaOther'],
    ],
  },
  direct: {
    label: 'Incoming (direct)',
    description: 'Calls for which this was the first queue.',
    unit: 'count',
    value: { count: 'events', where: { field: 'via', is: null } },
  },
  viaOther: {
    label: 'Incoming (via other)',
    description: 'Calls that had been to a queue before: to another one, or to this one already.',
    unit: 'count',
    value: { count: 'events', where: { not: { field: 'via', is: null } } },
    consistsOf: [['viaEach']],
  },
  viaEach: {
    label: 'Incoming (from {value})',
    description: 'Calls that came from another queue, each queue by itself.',
    unit: 'count',
    per: { field: 'via' },
    value: { count: 'events' },
  },
  answered: {
    label: 'Answered',
    description: 'Calls that an agent answered. A call that is still being talked is counted too.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: answered },
    consistsOf: [
      ['answeredByEach'],
      ['endedByAgent', 'endedByCaller', 'transferred', 'endedOtherwise'],
    ],
  },
  answeredByEach: {
    label: 'Answered by {value}',
    description: 'Calls that were answered, each agent by itself.',
    unit: 'count',
    per: { field: 'agent' },
    value: { count: 'events', where: answered },
  },
  abandoned: {
    label: 'Abandoned',
    description: 'Calls that ended while the caller waited in the queue, before anybody answered.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: abandoned },
    consistsOf: [['abandonedByCaller', 'abandonedOtherwise']],
  },
  abandonedByCaller: {
    label: 'Abandoned by the caller',
    description: 'Calls in which the caller hung up while waiting in the queue.',
    unit: 'count',
    hidden: true,
    value: { count: 'events', where: { every: [abandoned, { field: 'endedBy', is: 'caller' }] } },
  },
  abandonedOtherwise: {
    label: 'Abandoned otherwise',
    description:
      'Waiting calls that were lost in another way: the agent hung up before the caller was connected, the telephones could not be connected, or Asterisk was started again.',
    unit: 'count',
    hidden: true,
    value: { minus: ['abandoned', 'abandonedByCaller'] },
  },
  forwarded: {
    label: 'Total forwarded',
    description:
      'Calls that left the queue for somewhere else: timed out, by choice, for want of agents, because the queue was full, or diverted.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: forwarded },
    consistsOf: [['timedOut', 'leftByChoice', 'noAgents', 'full', 'diverted']],
  },
  timedOut: {
    label: 'Forwarded (queue time-out)',
    description: 'Calls that waited as long as the queue lets a call wait.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: ended('timedOut') },
  },
  leftByChoice: {
    label: 'Left by choice',
    description:
      'Calls in which the caller pressed a key to leave the queue, such as to be called back.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: ended('leftByChoice') },
  },
  leftByKey: {
    label: 'Left by choice (key {value})',
    description: 'Calls that left by choice, each key by itself.',
    unit: 'count',
    per: { field: 'keyPressed' },
    value: { count: 'events', where: ended('leftByChoice') },
  },
  noAgents: {
    label: 'Forwarded (no agents)',
    description:
      'Calls for which there was no agent: none on arrival, or none any more while they waited.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: ended('noAgents') },
    consistsOf: [['noAgentsOnArrival', 'noAgentsWhileWaiting']],
  },
  noAgentsOnArrival: {
    label: 'No agents on arrival',
    description: 'Calls that were not let into the queue because no agent was there.',
    unit: 'count',
    hidden: true,
    value: {
      count: 'events',
      where: { every: [ended('noAgents'), { field: 'reason', is: 'joinEmpty' }] },
    },
  },
  noAgentsWhileWaiting: {
    label: 'No agents while waiting',
    description: 'Calls that were sent out of the queue because the last agent went away.',
    unit: 'count',
    hidden: true,
    value: { minus: ['noAgents', 'noAgentsOnArrival'] },
  },
  full: {
    label: 'Forwarded (queue full)',
    description: 'Calls that were not let in because as many were waiting as the queue holds.',
    unit: 'count',
    value: { count: 'events', where: ended('full') },
  },
  closed: {
    label: 'Queue closed',
    description: 'Calls that arrived while the queue was closed.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: ended('closed') },
  },
  incomingOpen: {
    label: 'Incoming (queue open)',
    description: 'Incoming calls but those that met a closed queue.',
    unit: 'count',
    hidden: true,
    value: { minus: ['incoming', 'closed'] },
    consistsOf: [['answered', 'abandoned', 'forwarded', 'ongoing']],
  },
  diverted: {
    label: 'Forwarded (diverted)',
    description:
      'Calls that were sent elsewhere on arrival, because the wait would have been too long.',
    unit: 'count',
    value: { count: 'events', where: ended('diverted') },
    consistsOf: [['divertedWaitingCalls', 'divertedHoldTime']],
  },
  divertedWaitingCalls: {
    label: 'Diverted (calls per agent)',
    description: 'Calls that were diverted because too many were waiting for each agent.',
    unit: 'count',
    hidden: true,
    value: {
      count: 'events',
      where: { every: [ended('diverted'), { field: 'reason', is: 'waitingCalls' }] },
    },
  },
  divertedHoldTime: {
    label: 'Diverted (estimated wait)',
    description: 'Calls that were diverted because the estimated wait was too long.',
    unit: 'count',
    hidden: true,
    value: { minus: ['diverted', 'divertedWaitingCalls'] },
  },
  ongoing: {
    label: 'Ongoing',
    description: 'Calls that were still waiting when the log was last collected.',
    unit: 'count',
    value: { count: 'events', where: ended('ongoing') },
  },
  wholeCalls: {
    label: 'Different calls',
    description:
      'Each call once, however often it came to the queue and to however many of the queues.',
    unit: 'count',
    value: { distinct: 'call' },
  },
  callers: {
    label: 'Different callers',
    description: 'Numbers that called, each once. Calls without a number are left out.',
    unit: 'count',
    value: { distinct: 'caller' },
  },
  clock: {
    label: 'Clock time',
    description: 'How long the time is that the row covers.',
    unit: 'seconds',
    hidden: true,
    value: { length: 'row' },
  },
  perHour: {
    label: 'Incoming per hour',
    description: 'How many calls arrived per hour of the time that the row covers.',
    unit: 'number',
    value: { ratio: ['incoming', 'clock'], times: 3600 },
  },
} as const
