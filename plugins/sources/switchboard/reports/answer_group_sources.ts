import { defineReportType } from '#core/contracts/plugin'
import { queueCall } from '../events/queue_call.js'

const outcome = <const O extends readonly string[]>(...is: O) => ({ field: 'outcome', is }) as const

/** Advanced answer group - Sources [Avancerad Svarsgrupp - Källor]: what sent the calls to each group. */
export const answerGroupSources = defineReportType({
  key: 'switchboard.answerGroupSources',
  label: 'Advanced answer group - Sources',
  description:
    'Shows by which menus, function numbers, groups and users calls came to each group, and how they were handled there. Calls that were dialled straight to the group have no source.',
  events: { call: queueCall },
  subject: 'group',
  breakdown: 'via',
  columns: {
    incoming: {
      label: 'Incoming',
      description: 'Total number of incoming calls.',
      unit: 'count',
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
    answered: {
      label: 'Answered',
      description: 'Calls that a member of the group answered.',
      unit: 'count',
      value: { count: 'events', where: outcome('answered') },
    },
    unanswered: {
      label: 'Unanswered',
      description: 'Calls where the caller hung up while waiting in the queue.',
      unit: 'count',
      value: { count: 'events', where: outcome('abandoned') },
    },
    callbacks: {
      label: 'Callbacks requested',
      description: 'Calls where the caller left the queue and asked to be called back.',
      unit: 'count',
      value: { count: 'events', where: outcome('callback') },
    },
    forwarded: {
      label: 'Total forwarded',
      description: 'Calls that the group sent on without an answer.',
      unit: 'count',
      value: { count: 'events', where: outcome('noAgents', 'timeout', 'night', 'service') },
    },
    closed: {
      label: 'Queue closed',
      description: 'Calls that were turned away because the queue was closed.',
      unit: 'count',
      value: { count: 'events', where: outcome('closed') },
    },
    incomingOpen: {
      label: 'Incoming (queue open)',
      description: 'Incoming calls but those that met a closed queue.',
      unit: 'count',
      hidden: true,
      value: { minus: ['incoming', 'closed'] },
      consistsOf: [['answered', 'unanswered', 'callbacks', 'forwarded', 'ongoing']],
    },
    meanAnswerTime: {
      label: '(M) Answer time',
      description: 'Mean time in the queue for calls that were answered.',
      unit: 'seconds',
      value: { mean: 'wait', where: outcome('answered') },
    },
    meanWaitAll: {
      label: '(M) Queue time (all)',
      description:
        'Mean time in the queue, whatever became of the call: answered, unanswered, forwarded, or a callback requested. Calls that met a closed queue, and calls without a wait, are left out.',
      unit: 'seconds',
      value: { mean: 'wait', where: { not: outcome('closed') } },
    },
    meanTalkTime: {
      label: '(M) Call time',
      description: 'Mean length of the conversation in answered calls.',
      unit: 'seconds',
      value: { mean: 'talkTime', where: outcome('answered') },
    },
    answeredShare: {
      label: '(%) Answered',
      description: 'Share of the incoming calls that was answered.',
      unit: 'percent',
      value: { percent: ['answered', 'incoming'] },
    },
    answeredOpenShare: {
      label: '(%) Answered (queue open)',
      description:
        'Share of the calls that was answered, of those that did not meet a closed queue: answered / (incoming − queue closed).',
      unit: 'percent',
      value: { percent: ['answered', 'incomingOpen'] },
    },
    ongoing: {
      label: 'Ongoing',
      description: 'Calls that had not ended when they were collected.',
      unit: 'count',
      value: { count: 'events', where: outcome('ongoing') },
    },
    calls: {
      label: 'Calls',
      description: 'Whole calls: each is counted once, however many objects it passed.',
      unit: 'count',
      value: { distinct: 'call' },
    },
  },
  headline: [
    { column: 'incoming' },
    { column: 'answeredShare', good: 'up' },
    { column: 'unanswered', good: 'down' },
    { column: 'meanAnswerTime', good: 'down' },
  ],
  presets: {
    handled: ['incoming', 'answered', 'unanswered', 'meanAnswerTime', 'answeredShare'],
    sources: ['incoming', 'direct', 'viaOther'],
  },
  charts: [
    { kind: 'stack', columns: ['answered', 'unanswered', 'callbacks', 'forwarded', 'closed'] },
    { kind: 'stack', columns: ['direct', 'viaOther'] },
  ],
  specification: [
    'outcome',
    'caller',
    'forwardedFrom',
    'via',
    'group',
    'user',
    'wait',
    'talkTime',
    'forwardedTo',
  ],
})
