import { defineReportType } from '#core/contracts/plugin'
import { contact } from '../events/contact.js'
import { contactColumns } from './contact_columns.js'
import { specification } from './specification.js'

const between = <const O extends string>(is: O) =>
  ({
    every: [
      { field: 'outcome', is },
      { field: 'wait', from: 'from', to: 'to' },
    ],
  }) as const

/** Service ID - Voice - Advanced [Service ID – Röst – Avancerad]: how many were answered, and not, between the answer times that are entered. */
export const voiceAdvanced = defineReportType({
  key: 'trio.voiceAdvanced',
  label: 'Service ID - Voice - Advanced',
  description:
    'Shows the calls of each service id by how long customers waited. Enter answer times: 10, 30, 50 gives columns for 0–10, 11–30 and 31–50 seconds.',
  events: { contact },
  subject: 'service',
  where: { contact: { field: 'media', is: 'voice' } },
  parameters: {
    answerTimes: {
      label: 'Answer times (sec)',
      help: 'Answer times in seconds, separated by commas. Each interval between them gives columns with answered and not answered: 10, 30, 50 gives 0–10, 11–30 and 31–50.',
      type: 'secondsList',
      default: [20],
    },
  },
  columns: {
    ...contactColumns,
    answeredBetween: {
      label: 'Answered {from}–{to} seconds',
      description: 'Calls that were answered after {from} to {to} seconds.',
      unit: 'count',
      per: { bands: 'answerTimes' },
      value: { count: 'events', where: between('answered') },
    },
    unansweredBetween: {
      label: 'Unanswered {from}–{to} seconds',
      description: 'Calls that nobody answered and that had waited {from} to {to} seconds.',
      unit: 'count',
      per: { bands: 'answerTimes' },
      value: { count: 'events', where: between('unanswered') },
    },
  },
  headline: [
    { column: 'incoming' },
    { column: 'answeredShare', good: 'up' },
    { column: 'unanswered', good: 'down' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'meanWaitAll', good: 'down' },
  ],
  presets: {
    answerTimes: ['incoming', 'answered', 'answeredBetween', 'unanswered', 'unansweredBetween'],
    manual: [
      'incoming',
      'closed',
      'leftByChoice',
      'answered',
      'meanAnswerTime',
      'meanTalkTime',
      'answeredShare',
    ],
  },
  charts: [
    { kind: 'stack', columns: ['answeredBetween'] },
    { kind: 'stack', columns: ['unansweredBetween'] },
    { kind: 'stack', columns: ['answered', 'unanswered', 'leftByChoice'], line: 'meanAnswerTime' },
  ],
  specification,
})
