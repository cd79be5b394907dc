import { defineReportType } from '#core/contracts/plugin'
import { contact } from '../events/contact.js'
import { errandMarking } from '../events/errand_marking.js'

/** Service id grouped per errand marking [Service Id - Grupperat per ärendemärkning]: what contacts were about. */
export const byErrandMarking = defineReportType({
  key: 'trio.byErrandMarking',
  label: 'Service id - Grouped per errand marking',
  description:
    'Shows what the contacts of each service id were about, by the errand markings that agents gave them. A contact with several markings is counted at each.',
  events: { marking: errandMarking, contact },
  subject: 'service',
  breakdown: 'marking',
  columns: {
    markings: {
      label: 'Errand markings',
      description: 'How many errand markings contacts were given.',
      unit: 'count',
      value: { count: 'events' },
      consistsOf: [['markingEach']],
    },
    markingEach: {
      label: 'Errand marking - Specification ({value})',
      description: 'Errand markings, each by itself.',
      unit: 'count',
      per: { field: 'marking' },
      value: { count: 'events' },
    },
    markedContacts: {
      label: 'Marked contacts',
      description: 'Contacts with at least one errand marking.',
      unit: 'count',
      value: { distinct: 'contact' },
    },
    answered: {
      label: 'Answered',
      description: 'Contacts that an agent answered, marked or not.',
      unit: 'count',
      of: 'contact',
      value: { count: 'events', where: { field: 'outcome', is: 'answered' } },
    },
    markedShare: {
      label: '(%) Marked',
      description: 'Share of the answered contacts that have at least one errand marking.',
      unit: 'percent',
      value: { percent: ['markedContacts', 'answered'] },
    },
    talkTime: {
      label: 'Call time',
      description: 'Total time that agents handled the marked contacts.',
      unit: 'seconds',
      value: { sum: 'talkTime' },
    },
    meanTalkTime: {
      label: '(M) Call time',
      description: 'Mean time that an agent handled a marked contact.',
      unit: 'seconds',
      value: { mean: 'talkTime' },
    },
  },
  headline: [
    { column: 'answered' },
    { column: 'markings' },
    { column: 'markedShare', good: 'up' },
    { column: 'meanTalkTime' },
  ],
  presets: {
    markings: ['markings', 'meanTalkTime', 'talkTime'],
    marked: ['answered', 'markedContacts', 'markedShare'],
    each: ['markings', 'markingEach'],
  },
  charts: [
    { kind: 'bars', columns: ['markings'], line: 'meanTalkTime' },
    { kind: 'stack', columns: ['markingEach'] },
  ],
  specification: ['marking', 'media', 'service', 'agent', 'talkTime'],
})
