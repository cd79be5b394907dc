import { incoming } from '../outcomes.js'

const went = <const O extends readonly string[]>(...outcomes: O) =>
  ({ every: [incoming, { field: 'outcome', is: outcomes }] }) as const

/** Calls that came to the extension. */
export const incomingColumns = {
  incoming: {
    label: 'Total incoming',
    description: 'Calls that rang at the extension or were for it.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: incoming },
    consistsOf: [
      ['answered', 'answeredBySystem', 'unanswered', 'busy', 'failedIn'],
      ['incomingInternal', 'incomingExternal'],
    ],
  },
  incomingInternal: {
    label: 'Incoming (internal)',
    description: 'Calls from other extensions.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: { every: [incoming, { field: 'internal', is: true }] } },
  },
  incomingExternal: {
    label: 'Incoming (external)',
    description: 'Calls from outside.',
    unit: 'count',
    value: {
      count: 'events',
      where: { every: [incoming, { not: { field: 'internal', is: true } }] },
    },
  },
  answered: {
    label: 'Answered',
    description: 'Incoming calls that somebody answered at the extension.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: went('answered') },
  },
  answeredBySystem: {
    label: 'Answered by the system',
    description:
      'Incoming calls that no person answered but Asterisk did: the voicemail, a recording or a menu.',
    unit: 'count',
    value: { count: 'events', where: went('answeredBySystem') },
  },
  unanswered: {
    label: 'Unanswered',
    description: 'Incoming calls that rang and that nobody answered.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: went('unanswered') },
  },
  busy: {
    label: 'Busy',
    description: 'Incoming calls that met a busy extension.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: went('busy') },
  },
  failedIn: {
    label: 'Failed (in)',
    description: 'Incoming calls that could not be put through.',
    unit: 'count',
    value: { count: 'events', where: went('failed', 'congestion') },
  },
  meanAnswerTime: {
    label: '(M) Answer time',
    description: 'How long it rang on average before somebody answered at the extension.',
    unit: 'seconds',
    basic: true,
    value: { mean: 'ring', where: went('answered') },
  },
  longestAnswerTime: {
    label: '(longest) Answer time',
    description: 'The longest that it rang before somebody answered.',
    unit: 'seconds',
    value: { longest: 'ring', where: went('answered') },
  },
  meanTalkIn: {
    label: 'Incoming (M) call time',
    description: 'How long answered incoming calls lasted on average.',
    unit: 'seconds',
    basic: true,
    value: { mean: 'talk', where: went('answered') },
  },
  talkTimeIn: {
    label: 'Incoming call time',
    description: 'How long the extension talked altogether in incoming calls.',
    unit: 'seconds',
    value: { sum: 'talk', where: incoming },
  },
  answeredShare: {
    label: '(%) Answered',
    description: 'How large a part of the incoming calls was answered.',
    unit: 'percent',
    value: { percent: ['answered', 'incoming'] },
  },
  callers: {
    label: 'Different callers',
    description: 'Numbers that called, each once. Calls without a number are left out.',
    unit: 'count',
    value: { distinct: 'party', where: incoming },
  },
} as const
