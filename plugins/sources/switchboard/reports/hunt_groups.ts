import { defineReportType } from '#core/contracts/plugin'
import { huntGroupCall } from '../events/hunt_group_call.js'

const outcome = (is: string) => ({ field: 'outcome', is }) as const

/** Answer groups [Svarsgrupper], also called hunt groups: groups that ring their members without a queue. */
export const huntGroups = defineReportType({
  key: 'switchboard.huntGroups',
  label: 'Answer groups',
  description:
    'Shows calls to answer groups (hunt groups): how they were handled and answered, and how many were sent on to other numbers.',
  basic: true,
  events: { call: huntGroupCall },
  subject: 'group',
  columns: {
    incoming: {
      label: 'Incoming',
      description: 'Total number of incoming calls.',
      unit: 'count',
      basic: true,
      value: { count: 'events' },
      consistsOf: [
        ['direct', 'viaOther'],
        ['answered', 'unanswered', 'busy', 'overflow', 'closed', 'failed', 'ongoing'],
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
      basic: true,
      value: { count: 'events', where: outcome('answered') },
    },
    unanswered: {
      label: 'Unanswered',
      description: 'Calls where the caller hung up before anybody answered.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('unanswered') },
    },
    busy: {
      label: 'Busy',
      description: 'Calls that found every member busy.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('busy') },
    },
    overflow: {
      label: 'Overflow',
      description: 'Calls that nobody answered and that were sent on to another number.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('overflow') },
    },
    closed: {
      label: 'Closed',
      description: 'Calls that came when the group was closed.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('closed') },
    },
    incomingOpen: {
      label: 'Incoming (open)',
      description: 'Incoming calls but those that came when the group was closed.',
      unit: 'count',
      hidden: true,
      value: { minus: ['incoming', 'closed'] },
      consistsOf: [['answered', 'unanswered', 'busy', 'overflow', 'failed', 'ongoing']],
    },
    meanAnswerTime: {
      label: '(M) Answer time',
      description: 'Mean time from when a call reached the group until it was answered.',
      unit: 'seconds',
      basic: true,
      value: { mean: 'wait', where: outcome('answered') },
    },
    meanWaitAll: {
      label: '(M) Queue time (all)',
      description:
        'Mean time from when a call reached the group until it was answered or left, whatever became of it. Calls that came when the group was closed are left out.',
      unit: 'seconds',
      value: { mean: 'wait', where: { not: outcome('closed') } },
    },
    longestAnswerTime: {
      label: '(longest) Answer time',
      description: 'Longest time until a call was answered.',
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
    answeredShare: {
      label: '(%) Answered',
      description: 'Share of the incoming calls that was answered.',
      unit: 'percent',
      basic: true,
      value: { percent: ['answered', 'incoming'] },
    },
    answeredOpenShare: {
      label: '(%) Answered (open)',
      description:
        'Share of the calls that was answered, of those that did not come when the group was closed: answered / (incoming − closed).',
      unit: 'percent',
      value: { percent: ['answered', 'incomingOpen'] },
    },
    unansweredShare: {
      label: '(%) Unanswered',
      description: 'Share of the incoming calls where the caller hung up.',
      unit: 'percent',
      basic: true,
      value: { percent: ['unanswered', 'incoming'] },
    },
    overflowShare: {
      label: '(%) Overflow',
      description: 'Share of the incoming calls that was sent on to another number.',
      unit: 'percent',
      basic: true,
      value: { percent: ['overflow', 'incoming'] },
    },
    failed: {
      label: 'Failed',
      description: 'Calls that a fault stopped.',
      unit: 'count',
      value: { count: 'events', where: outcome('failed') },
    },
    ongoing: {
      label: 'Ongoing',
      description: 'Calls that had not ended when they were collected.',
      unit: 'count',
      value: { count: 'events', where: outcome('ongoing') },
    },
    answeredByEach: {
      label: 'Answered by member - Specification ({value})',
      description: 'Answered calls, each member by itself.',
      unit: 'count',
      per: { field: 'user' },
      value: { count: 'events', where: outcome('answered') },
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
    { column: 'overflowShare', good: 'down' },
  ],
  presets: {
    handled: ['incoming', 'answered', 'unanswered', 'overflow', 'answeredShare'],
    waits: [
      'incoming',
      'answered',
      'unanswered',
      'meanAnswerTime',
      'meanWaitAll',
      'answeredOpenShare',
    ],
  },
  charts: [
    {
      kind: 'stack',
      columns: ['answered', 'unanswered', 'busy', 'overflow'],
      line: 'meanAnswerTime',
    },
    { kind: 'lines', columns: ['meanAnswerTime', 'meanTalkTime'] },
    { kind: 'stack', columns: ['answeredByEach'] },
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
    missed: outcome('unanswered'),
    reached: outcome('answered'),
  },
})
