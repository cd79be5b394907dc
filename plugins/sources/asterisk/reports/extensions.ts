import { defineReportType } from '#core/contracts/plugin'
import { extensionCall } from '../events/extension_call.js'
import { incomingColumns } from './extensions/incoming_columns.js'
import { outgoingColumns } from './extensions/outgoing_columns.js'
import { incoming } from './outcomes.js'

/** Extensions: calls in and out, from call records. */
export const extensions = defineReportType({
  key: 'asterisk.extensions',
  label: 'Extensions',
  description: 'Calls in and out of each extension, how they went, and how long they lasted.',
  basic: true,
  events: { call: extensionCall },
  subject: 'extension',
  columns: {
    ...incomingColumns,
    ...outgoingColumns,
    all: {
      label: 'All calls (in/out)',
      description: 'Calls in and out together. A call between two extensions is counted at each.',
      unit: 'count',
      value: { plus: ['incoming', 'outgoing'] },
      consistsOf: [['incoming', 'outgoing']],
    },
    totalTalkTime: {
      label: 'Total call time (in/out)',
      description: 'How long the extension talked altogether, in and out.',
      unit: 'seconds',
      value: { sum: 'talk' },
      consistsOf: [['talkTimeIn', 'talkTimeOut']],
    },
    wholeCalls: {
      label: 'Different calls',
      description: 'Each call once, however many extensions it reached.',
      unit: 'count',
      value: { distinct: 'call' },
    },
    clock: {
      label: 'Clock time',
      description: 'How long the time is that the row covers.',
      unit: 'seconds',
      hidden: true,
      value: { length: 'row' },
    },
    perHour: {
      label: 'Calls per hour',
      description: 'How many calls in and out there were per hour of the time that the row covers.',
      unit: 'number',
      value: { ratio: ['all', 'clock'], times: 3600 },
    },
  },
  headline: [
    { column: 'incoming' },
    { column: 'answeredShare', good: 'up' },
    { column: 'unanswered', good: 'down' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'outgoing' },
  ],
  presets: {
    overview: ['incoming', 'answered', 'unanswered', 'meanAnswerTime', 'answeredShare', 'outgoing'],
    incoming: ['incoming', 'answered', 'answeredBySystem', 'unanswered', 'busy', 'failedIn'],
    outgoing: ['outgoing', 'outgoingAnswered', 'outgoingUnanswered', 'outgoingBusy', 'meanTalkOut'],
    internal: ['incomingInternal', 'incomingExternal', 'outgoingInternal', 'outgoingExternal'],
  },
  charts: [
    {
      kind: 'stack',
      columns: ['answered', 'answeredBySystem', 'unanswered', 'busy'],
      line: 'meanAnswerTime',
    },
    { kind: 'bars', columns: ['incoming', 'outgoing'] },
    { kind: 'stack', columns: ['talkTimeIn', 'talkTimeOut'] },
  ],
  specification: [
    'extension',
    'direction',
    'internal',
    'party',
    'partyName',
    'dialled',
    'outcome',
    'ring',
    'talk',
    'application',
  ],
  followUp: {
    party: 'party',
    missed: {
      every: [
        incoming,
        {
          field: 'outcome',
          is: ['unanswered', 'answeredBySystem', 'busy', 'failed', 'congestion'],
        },
      ],
    },
    reached: { field: 'outcome', is: 'answered' },
  },
})
