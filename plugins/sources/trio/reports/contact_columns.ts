import {
  answered,
  answeredCallback,
  answeredDirect,
  outcome,
  unanswered,
  unansweredCallback,
  unansweredDirect,
} from './conditions.js'

/** What became of the contacts of a service id: the columns of the manual, and what they consist of. */
export const contactColumns = {
  incoming: {
    label: 'Incoming (incl. callbacks)',
    description: 'Total number of incoming contacts, callbacks included.',
    unit: 'count',
    value: { count: 'events', where: { not: outcome('closed') } },
    consistsOf: [
      [
        'unansweredDirect',
        'answeredDirect',
        'answeredCallbacks',
        'unansweredCallbacks',
        'leftByChoice',
      ],
      ['answered', 'unanswered', 'leftByChoice'],
      ['incomingEach'],
    ],
  },
  closed: {
    label: 'Stopped because the queue was closed',
    description:
      'Contacts that were stopped because the queue was closed. They are not counted as incoming.',
    unit: 'count',
    value: { count: 'events', where: outcome('closed') },
  },
  leftByChoice: {
    label: 'Left the queue by choice',
    description: 'Contacts where the customer chose to leave the queue.',
    unit: 'count',
    value: { count: 'events', where: outcome('choice') },
  },
  answered: {
    label: 'Answered',
    description: 'Contacts that an agent answered, callbacks included.',
    unit: 'count',
    value: { count: 'events', where: answered },
    consistsOf: [['answeredDirect', 'answeredCallbacks'], ['answeredByEach']],
  },
  answeredDirect: {
    label: 'Answered (excl. callbacks)',
    description: 'Contacts that an agent answered, callbacks not included.',
    unit: 'count',
    value: { count: 'events', where: answeredDirect },
  },
  answeredCallbacks: {
    label: 'Answered callbacks',
    description: 'Callbacks where the customer answered and was connected to an agent.',
    unit: 'count',
    value: { count: 'events', where: answeredCallback },
  },
  unanswered: {
    label: 'Unanswered',
    description: 'Contacts that nobody answered, callbacks included.',
    unit: 'count',
    value: { count: 'events', where: unanswered },
    consistsOf: [['unansweredDirect', 'unansweredCallbacks']],
  },
  unansweredDirect: {
    label: 'Unanswered (not callbacks)',
    description: 'Contacts that nobody answered, callbacks not included.',
    unit: 'count',
    value: { count: 'events', where: unansweredDirect },
  },
  unansweredCallbacks: {
    label: 'Unanswered callbacks',
    description: 'Callbacks that were not answered.',
    unit: 'count',
    value: { count: 'events', where: unansweredCallback },
  },
  meanAnswerTime: {
    label: '(M) Answer time',
    description: 'Mean time from when a contact was queued until an agent answered.',
    unit: 'seconds',
    value: { mean: 'wait', where: answered },
  },
  longestAnswerTime: {
    label: '(longest) Answer time',
    description: 'Longest time from when a contact was queued until an agent answered.',
    unit: 'seconds',
    value: { longest: 'wait', where: answered },
  },
  meanTalkTime: {
    label: '(M) Call time',
    description: 'Mean time that an agent handled a contact after it was answered.',
    unit: 'seconds',
    value: { mean: 'talkTime', where: answered },
  },
  talkTime: {
    label: 'Call time',
    description: 'Total time that agents handled contacts after they were answered.',
    unit: 'seconds',
    value: { sum: 'talkTime', where: answered },
  },
  meanWaitUnanswered: {
    label: '(M) Queue time unanswered',
    description: 'Mean time in the queue for contacts that nobody answered.',
    unit: 'seconds',
    value: { mean: 'wait', where: unanswered },
  },
  meanWaitAll: {
    label: '(M) Queue time (all)',
    description:
      'Mean time in the queue for all incoming contacts, whatever became of them: answered, unanswered, or left by choice. Contacts that were stopped because the queue was closed are left out.',
    unit: 'seconds',
    value: { mean: 'wait', where: { not: outcome('closed') } },
  },
  answeredShare: {
    label: '(%) Answered',
    description: 'Share of the incoming contacts that were answered.',
    unit: 'percent',
    value: { percent: ['answered', 'incoming'] },
  },
  unansweredShare: {
    label: '(%) Unanswered',
    description: 'Share of the incoming contacts that nobody answered.',
    unit: 'percent',
    value: { percent: ['unanswered', 'incoming'] },
  },
  contacts: {
    label: 'Whole contacts',
    description: 'Each contact is counted once, however many service ids it came to.',
    unit: 'count',
    value: { distinct: 'contact' },
  },
  callers: {
    label: 'Different callers',
    description: 'How many different numbers called.',
    unit: 'count',
    value: { distinct: 'caller' },
  },
  incomingEach: {
    label: 'Incoming - Specification ({value})',
    description: 'Incoming contacts, each medium by itself.',
    unit: 'count',
    per: { field: 'media' },
    value: { count: 'events', where: { not: outcome('closed') } },
  },
  answeredByEach: {
    label: 'Answered by agent - Specification ({value})',
    description: 'Answered contacts, each agent by itself.',
    unit: 'count',
    per: { field: 'agent' },
    value: { count: 'events', where: answered },
  },
} as const
