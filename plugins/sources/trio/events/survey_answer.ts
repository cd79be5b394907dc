import { defineEvent } from '#core/contracts/plugin'

/** One question that a customer was asked about a contact, and the score that the customer gave. */
export const surveyAnswer = defineEvent({
  key: 'surveyAnswer',
  label: 'Survey answer',
  call: 'contact',
  fields: {
    service: { type: 'object', objectType: 'serviceId', label: 'Service id' },
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    contact: { type: 'text', label: 'Contact' },
    question: { type: 'text', label: 'Question' },
    score: {
      type: 'number',
      label: 'Score',
      description: 'Empty where the customer was asked and did not answer.',
    },
  },
})
