import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { answersOf } from '../answers.js'
import { checkDocument, kindsOf } from '../check_document.js'
import { choicesInput, narrowed } from '../choices_input.js'
import { documentInput } from '../document_input.js'
import { emptyDocument } from '../empty_document.js'

/** The figures of a dashboard that is not kept: while it is changed, and of a template before it is chosen. */
export const previewBoard = defineOperation({
  method: 'post',
  path: 'preview',
  capability: 'read',
  summary: 'Read the figures of a dashboard that is not saved',
  input: vine.create({ document: documentInput.clone(), ...choicesInput }),
  fields: {
    document: 'What lies where.',
    period: 'Another period than the dashboard’s.',
    count: 'Of how many days, weeks or months, where the period takes a number.',
    groups: 'Names of groups, as a JSON list.',
    objects: 'Objects of one type, as JSON.',
  },
  example: {
    document: {
      ...emptyDocument,
      places: [{ id: 'a', x: 0, y: 0, w: 3, h: 3 }],
      widgets: { a: { kind: 'opening_state' } },
    },
  },
  answer: {
    type: 'object',
    required: ['now', 'answers'],
    properties: { now: { type: 'string', format: 'date-time' }, answers: { type: 'object' } },
  },
  async handle({ input, reader, customer }) {
    const document = checkDocument(input.document, await kindsOf(customer))
    return {
      now: customer.now().toISOString(),
      answers: await answersOf(customer, reader, document, narrowed(document, input)),
    }
  },
})
