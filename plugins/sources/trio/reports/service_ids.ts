import { defineReportType } from '#core/contracts/plugin'
import { contact } from '../events/contact.js'
import { answered, unanswered } from './conditions.js'
import { contactColumns } from './contact_columns.js'
import { specification } from './specification.js'

/** Service id: the contacts of each, in every medium. */
export const serviceIds = defineReportType({
  key: 'trio.serviceIds',
  label: 'Service id',
  description:
    'Shows the contacts of each service id: how many came, how they were handled, and how long customers waited. Records come when a contact has been handled, so a period that is over may still change.',
  events: { contact },
  subject: 'service',
  breakdown: 'media',
  breakdownByDefault: false,
  parameters: {
    answerTimeLimits: {
      label: 'Answer time (t1) sec',
      help: 'Answer times in seconds, separated by commas. Each gives columns of its own.',
      type: 'secondsList',
      default: [20],
    },
  },
  columns: {
    ...contactColumns,
    answeredWithin: {
      label: 'Answered within {limit} seconds',
      description: 'Contacts that were answered within {limit} seconds.',
      unit: 'count',
      per: { limits: 'answerTimeLimits' },
      value: { count: 'events', where: { every: [answered, { field: 'wait', to: 'to' }] } },
    },
    serviceLevel: {
      label: '(%) Service level ({limit} seconds)',
      description:
        'Share of the contacts that were answered within {limit} seconds, by the formula that is set for the customer.',
      unit: 'percent',
      per: { limits: 'answerTimeLimits' },
      value: {
        serviceLevel: {
          wait: 'wait',
          answered,
          abandoned: unanswered,
          other: { field: 'outcome', is: 'choice' },
        },
      },
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
    manual: [
      'incoming',
      'closed',
      'leftByChoice',
      'answered',
      'meanAnswerTime',
      'meanTalkTime',
      'answeredShare',
    ],
    callbacks: ['incoming', 'answeredDirect', 'answeredCallbacks', 'unansweredCallbacks'],
    serviceLevel: ['incoming', 'answered', 'answeredWithin', 'serviceLevel', 'meanWaitAll'],
  },
  charts: [
    {
      kind: 'stack',
      columns: [
        'answeredDirect',
        'answeredCallbacks',
        'unansweredDirect',
        'unansweredCallbacks',
        'leftByChoice',
      ],
      line: 'meanAnswerTime',
    },
    { kind: 'stack', columns: ['incomingEach'] },
    { kind: 'lines', columns: ['serviceLevel'] },
  ],
  specification,
  followUp: { party: 'caller', missed: unanswered, reached: answered },
})
