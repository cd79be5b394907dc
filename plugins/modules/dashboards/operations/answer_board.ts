import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { answersOf } from '../answers.js'
import { choicesInput, narrowed } from '../choices_input.js'
import { publishedDocument, seenBoard } from '../find_board.js'

/** The figures of a published dashboard, as its reader sees them. */
export const answerBoard = defineOperation({
  method: 'get',
  path: 'boards/:id/answers',
  capability: 'read',
  summary: 'Read the figures of a dashboard',
  input: vine.create(choicesInput),
  fields: {
    period: 'Another period than the dashboard’s, such as yesterday.',
    count: 'Of how many days, weeks or months, where the period takes a number.',
    groups: 'Names of groups, as a JSON list, of which the figures are.',
    objects: 'Objects of one type, as JSON: source, objectType and objects.',
  },
  answer: {
    type: 'object',
    required: ['now', 'revision', 'answers'],
    properties: {
      now: { type: 'string', format: 'date-time' },
      revision: { type: 'integer' },
      answers: {
        type: 'object',
        description: 'By the id of each widget: the answers to its questions, in their order.',
      },
    },
  },
  async handle({ input, params, reader, customer }) {
    const board = await seenBoard(customer, reader, params.id)
    const document = await publishedDocument(customer, board)
    return {
      now: customer.now().toISOString(),
      revision: board.published,
      answers: await answersOf(customer, reader, document, narrowed(document, input)),
    }
  },
})
