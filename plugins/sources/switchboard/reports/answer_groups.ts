import { defineReportType } from '#core/contracts/plugin'
import { queueCall } from '../events/queue_call.js'

const outcome = <const O extends readonly string[]>(...is: O) => ({ field: 'outcome', is }) as const
const forwards = outcome('noAgents', 'timeout', 'night', 'service')
const within = (is: string) => ({ every: [outcome(is), { field: 'wait', to: 'to' }] }) as const

/** Advanced answer group - Attendant [Avancerad Svarsgrupp - Telefonist]: groups that keep callers in a queue. */
export const answerGroups = defineReportType({
  key: 'switchboard.answerGroups',
  label: 'Advanced answer group - Attendant',
  description:
    'Shows calls to answer groups with a queue, advanced answer groups and attendant groups: how they were answered, and how many were sent on to other numbers, for example because no agents were logged on. The service level is counted from the answer times that you enter.',
  basic: true,
  events: { call: queueCall },
  subject: 'group',
  parameters: {
    answerTimeLimits: {
      label: 'Answer time (t1) sec',
      help: 'Answer times in seconds, separated by commas. Each gives columns of its own.',
      type: 'secondsList',
      default: [20, 40],
    },
  },
  columns: {
    incoming: {
      label: 'Incoming',
      description: 'Total number of incoming calls.',
      unit: 'count',
      basic: true,
      value: { count: 'events' },
      consistsOf: [
        ['direct', 'viaOther'],
        ['answered', 'unanswered', 'callbacks', 'forwarded', 'closed', 'ongoing'],
      ],
    },
    direct: {
      label: 'Incoming (direct)',
      description: 'Incoming calls that were dialled straight to the group.',
      unit: 'count',
      value: { count: 'events', where: { field: 'via', is: null } },
    },
    viaOther: {
      label: 'Incoming (via other)',
      description:
        'Incoming calls that came by way of another group, a menu, a function number or a user.',
      unit: 'count',
      value: { count: 'events', where: { not: { field: 'via', is: null } } },
    },
    closed: {
      label: 'Queue closed',
      description: 'Calls that were turned away because the queue was closed.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('closed') },
    },
    answered: {
      label: 'Answered',
      description: 'Calls that a member of the group answered.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('answered') },
    },
    unanswered: {
      label: 'Unanswered',
      description: 'Calls where the caller hung up while waiting in the queue.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('abandoned') },
    },
    callbacks: {
      label: 'Callbacks requested',
      description: 'Calls where the caller left the queue and asked to be called back.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('callback') },
    },
    callbacksHandled: {
      label: 'Callbacks handled',
      description:
        'Requested callbacks that a member has called back. They are counted when they were requested.',
      unit: 'count',
      basic: true,
      value: {
        count: 'events',
        where: { every: [outcome('callback'), { field: 'callbackHandled', is: true }] },
      },
    },
    meanAnswerTime: {
      label: '(M) Answer time',
      description: 'Mean time in the queue for calls that were answered.',
      unit: 'seconds',
      basic: true,
      value: { mean: 'wait', where: outcome('answered') },
    },
    longestAnswerTime: {
      label: '(longest) Answer time',
      description: 'Longest time in the queue for a call that was answered.',
      unit: 'seconds',
      value: { longest: 'wait', where: outcome('answered') },
    },
    meanTalkTime: {
      label: '(M) Call time',
      description: 'Mean length of the conversation in answered calls.',
      unit: 'seconds',
      basic: true,
      value: { mean: 'talkTime', where: outcome('answered') },
    },
    talkTime: {
      label: 'Call time',
      description: 'Total length of the conversations in answered calls.',
      unit: 'seconds',
      basic: true,
      value: { sum: 'talkTime', where: outcome('answered') },
    },
    meanWaitUnanswered: {
      label: '(M) Queue time unanswered',
      description: 'Mean time in the queue for calls where the caller hung up.',
      unit: 'seconds',
      basic: true,
      value: { mean: 'wait', where: outcome('abandoned') },
    },
    forwarded: {
      label: 'Total forwarded',
      description: 'Calls that the group sent on without an answer.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: forwards },
      consistsOf: [
        ['forwardedNoAgents', 'forwardedTimeout', 'forwardedNight', 'forwardedToServices'],
      ],
    },
    forwardedNoAgents: {
      label: 'Forwarded (no agents/overflow)',
      description:
        'Calls that were sent on because no agents were logged on or the queue was full.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('noAgents') },
    },
    forwardedTimeout: {
      label: 'Forwarded (queue time-out)',
      description: 'Calls that were sent on because they had waited as long as the queue allows.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('timeout') },
    },
    forwardedNight: {
      label: 'Forwarded (night service)',
      description: 'Calls that were sent on because the group had night service on.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('night') },
    },
    forwardedToServices: {
      label: 'Forwarded to services',
      description: 'Calls that were sent on to a service, such as voicemail or a menu.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('service') },
    },
    answeredWithin: {
      label: 'Answered within {limit} seconds',
      description: 'Calls that were answered within {limit} seconds.',
      unit: 'count',
      basic: true,
      per: { limits: 'answerTimeLimits' },
      value: { count: 'events', where: within('answered') },
    },
    unansweredWithin: {
      label: 'Unanswered within {limit} seconds',
      description: 'Calls where the caller hung up within {limit} seconds.',
      unit: 'count',
      basic: true,
      per: { limits: 'answerTimeLimits' },
      value: { count: 'events', where: within('abandoned') },
    },
    serviceLevel: {
      label: '(%) Service level ({limit} seconds)',
      description:
        'Share of the calls that was answered within {limit} seconds, by the formula printed with the report.',
      unit: 'percent',
      basic: true,
      per: { limits: 'answerTimeLimits' },
      value: {
        serviceLevel: {
          wait: 'wait',
          answered: outcome('answered'),
          abandoned: outcome('abandoned'),
          other: forwards,
        },
      },
    },
    answeredShare: {
      label: '(%) Answered',
      description: 'Share of the incoming calls that was answered.',
      unit: 'percent',
      basic: true,
      value: { percent: ['answered', 'incoming'] },
    },
    unansweredShare: {
      label: '(%) Unanswered',
      description: 'Share of the incoming calls where the caller hung up.',
      unit: 'percent',
      basic: true,
      value: { percent: ['unanswered', 'incoming'] },
    },
    forwardedShare: {
      label: '(%) Forwarded',
      description: 'Share of the incoming calls that was sent on without an answer.',
      unit: 'percent',
      basic: true,
      value: { percent: ['forwarded', 'incoming'] },
    },
    transferred: {
      label: 'Transferred out',
      description: 'Answered calls that the member transferred to somebody else.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: { field: 'transferred', is: true } },
    },
    answeredByEach: {
      label: 'Answered by member - Specification ({value})',
      description: 'Answered calls, each member by itself.',
      unit: 'count',
      basic: true,
      per: { field: 'user' },
      value: { count: 'events', where: outcome('answered') },
    },
    ongoing: {
      label: 'Ongoing',
      description: 'Calls that had not ended when they were collected.',
      unit: 'count',
      value: { count: 'events', where: outcome('ongoing') },
    },
    answerTime90: {
      label: '(90 %) Answer time',
      description: 'Nine answered calls in ten waited this long or shorter.',
      unit: 'seconds',
      value: { percentile: 'wait', at: 90, where: outcome('answered') },
    },
    calls: {
      label: 'Calls',
      description: 'Whole calls: each is counted once, however many objects it passed.',
      unit: 'count',
      value: { distinct: 'call' },
    },
    callers: {
      label: 'Different callers',
      description: 'How many different numbers called.',
      unit: 'count',
      value: { distinct: 'caller' },
    },
    incomingOpen: {
      label: 'Incoming (queue open)',
      description: 'Incoming calls but those that met a closed queue.',
      unit: 'count',
      hidden: true,
      value: { minus: ['incoming', 'closed'] },
      consistsOf: [['answered', 'unanswered', 'callbacks', 'forwarded', 'ongoing']],
    },
    answeredOpenShare: {
      label: '(%) Answered (queue open)',
      description:
        'Share of the calls that was answered, of those that did not meet a closed queue: answered / (incoming − queue closed).',
      unit: 'percent',
      value: { percent: ['answered', 'incomingOpen'] },
    },
    meanWaitAll: {
      label: '(M) Queue time (all)',
      description:
        'Mean time in the queue, whatever became of the call: answered, unanswered, forwarded, or a callback requested. Calls that met a closed queue, and calls without a wait, are left out.',
      unit: 'seconds',
      value: { mean: 'wait', where: { not: outcome('closed') } },
    },
  },
  headline: [
    { column: 'incoming' },
    { column: 'answeredShare', good: 'up' },
    { column: 'unanswered', good: 'down' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'serviceLevel', good: 'up' },
  ],
  presets: {
    handled: ['incoming', 'answered', 'unanswered', 'meanAnswerTime', 'answeredShare'],
    waits: ['incoming', 'meanAnswerTime', 'meanWaitUnanswered', 'meanWaitAll'],
    serviceLevel: ['incoming', 'answered', 'answeredWithin', 'serviceLevel', 'answeredOpenShare'],
    forwarded: ['incoming', 'forwarded', 'forwardedNoAgents', 'forwardedTimeout', 'forwardedNight'],
    callbacks: ['incoming', 'answered', 'callbacks', 'callbacksHandled'],
  },
  charts: [
    {
      kind: 'stack',
      columns: ['answered', 'unanswered', 'callbacks', 'forwarded', 'closed'],
      line: 'meanAnswerTime',
    },
    { kind: 'lines', columns: ['serviceLevel'] },
    { kind: 'lines', columns: ['meanAnswerTime', 'meanWaitUnanswered', 'meanTalkTime'] },
    { kind: 'stack', columns: ['answeredByEach'] },
    {
      kind: 'stack',
      columns: ['forwardedNoAgents', 'forwardedTimeout', 'forwardedNight', 'forwardedToServices'],
    },
  ],
  specification: [
    'outcome',
    'caller',
    'forwardedFrom',
    'group',
    'user',
    'wait',
    'talkTime',
    'forwardedTo',
  ],
  followUp: {
    party: 'caller',
    missed: outcome('abandoned'),
    reached: { some: [outcome('answered'), { field: 'callbackHandled', is: true }] },
  },
})
