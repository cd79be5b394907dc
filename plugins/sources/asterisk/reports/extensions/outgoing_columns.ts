import { outgoing } from '../outcomes.js'

const went = <const O extends readonly string[]>(...outcomes: O) =>
  ({ every: [outgoing, { field: 'outcome', is: outcomes }] }) as const

/** Calls that the extension made. */
export const outgoingColumns = {
  outgoing: {
    label: 'Total outgoing',
    description: 'Calls that the extension made. A call that tries several telephones is one call.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: outgoing },
    consistsOf: [
      [
        'outgoingAnswered',
        'outgoingAnsweredBySystem',
        'outgoingUnanswered',
        'outgoingBusy',
        'failedOut',
      ],
      ['outgoingInternal', 'outgoingExternal'],
    ],
  },
  outgoingInternal: {
    label: 'Outgoing (internal)',
    description: 'Calls to other extensions, and to queues and services such as the voicemail.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: { every: [outgoing, { field: 'internal', is: true }] } },
  },
  outgoingExternal: {
    label: 'Outgoing (external)',
    description: 'Calls to the outside.',
    unit: 'count',
    basic: true,
    value: {
      count: 'events',
      where: { every: [outgoing, { not: { field: 'internal', is: true } }] },
    },
  },
  outgoingAnswered: {
    label: 'Outgoing (answered)',
    description: 'Outgoing calls that the other party answered.',
    unit: 'count',
    value: { count: 'events', where: went('answered') },
  },
  outgoingAnsweredBySystem: {
    label: 'Outgoing (answered by the system)',
    description:
      'Outgoing calls to something in Asterisk itself: the voicemail, a recording or a menu.',
    unit: 'count',
    value: { count: 'events', where: went('answeredBySystem') },
  },
  outgoingUnanswered: {
    label: 'Outgoing (unanswered)',
    description: 'Outgoing calls that nobody answered.',
    unit: 'count',
    value: { count: 'events', where: went('unanswered') },
  },
  outgoingBusy: {
    label: 'Outgoing (busy)',
    description: 'Outgoing calls whose other party was busy.',
    unit: 'count',
    value: { count: 'events', where: went('busy') },
  },
  failedOut: {
    label: 'Failed (out)',
    description: 'Outgoing calls that could not be put through.',
    unit: 'count',
    value: { count: 'events', where: went('failed', 'congestion') },
  },
  meanTalkOut: {
    label: 'Outgoing (M) call time',
    description: 'How long answered outgoing calls lasted on average.',
    unit: 'seconds',
    basic: true,
    value: { mean: 'talk', where: went('answered') },
  },
  talkTimeOut: {
    label: 'Outgoing call time',
    description: 'How long the extension talked altogether in outgoing calls.',
    unit: 'seconds',
    value: { sum: 'talk', where: outgoing },
  },
} as const
