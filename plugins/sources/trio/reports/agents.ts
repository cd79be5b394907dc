import { defineReportType } from '#core/contracts/plugin'
import { contact } from '../events/contact.js'
import { errandMarking } from '../events/errand_marking.js'
import { answered } from './conditions.js'
import { specification } from './specification.js'

/** Agents [Agenter]: the contacts that each answered. */
export const agents = defineReportType({
  key: 'trio.agents',
  label: 'Agents',
  description: 'Shows the contacts that each agent answered, over all service ids or one by one.',
  events: { contact, marking: errandMarking },
  subject: 'agent',
  breakdown: 'service',
  breakdownByDefault: false,
  where: { contact: answered },
  columns: {
    answered: {
      label: 'Answered',
      description: 'Contacts that the agent answered, callbacks included.',
      unit: 'count',
      value: { count: 'events' },
      consistsOf: [['answeredDirect', 'answeredCallbacks'], ['answeredEach']],
    },
    answeredDirect: {
      label: 'Answered (excl. callbacks)',
      description: 'Contacts that the agent answered, callbacks not included.',
      unit: 'count',
      value: { count: 'events', where: { not: { field: 'callback', is: true } } },
    },
    answeredCallbacks: {
      label: 'Answered callbacks',
      description: 'Callbacks that the agent was connected to.',
      unit: 'count',
      value: { count: 'events', where: { field: 'callback', is: true } },
    },
    answeredEach: {
      label: 'Answered - Specification ({value})',
      description: 'Answered contacts, each medium by itself.',
      unit: 'count',
      per: { field: 'media' },
      value: { count: 'events' },
    },
    meanAnswerTime: {
      label: '(M) Answer time',
      description: 'Mean time that the contacts which the agent answered had waited.',
      unit: 'seconds',
      value: { mean: 'wait' },
    },
    talkTime: {
      label: 'Call time',
      description: 'Total time that the agent handled contacts after they were answered.',
      unit: 'seconds',
      value: { sum: 'talkTime' },
    },
    meanTalkTime: {
      label: '(M) Call time',
      description: 'Mean time that the agent handled a contact after it was answered.',
      unit: 'seconds',
      value: { mean: 'talkTime' },
    },
    longestTalkTime: {
      label: '(longest) Call time',
      description: 'Longest time that the agent handled a contact.',
      unit: 'seconds',
      value: { longest: 'talkTime' },
    },
    markedContacts: {
      label: 'Marked contacts',
      description: 'Contacts that the agent gave at least one errand marking.',
      unit: 'count',
      of: 'marking',
      value: { distinct: 'contact' },
    },
    services: {
      label: 'Service ids',
      description: 'How many different service ids the agent answered for.',
      unit: 'count',
      value: { distinct: 'service' },
    },
  },
  headline: [
    { column: 'answered' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'meanTalkTime' },
    { column: 'talkTime' },
  ],
  presets: {
    handled: ['answered', 'meanAnswerTime', 'meanTalkTime'],
    media: ['answered', 'answeredEach', 'talkTime'],
  },
  charts: [
    { kind: 'bars', columns: ['answered'], line: 'meanTalkTime' },
    { kind: 'stack', columns: ['answeredEach'] },
  ],
  specification,
})
