import vine from '@vinejs/vine'
import { defineStream } from '#core/contracts/module'
import { namedQuestions } from '../answers.js'
import { choicesInput, narrowed } from '../choices_input.js'
import { ownBoard, publishedDocument, seenBoard, versionOf } from '../find_board.js'

/** The figures of a published dashboard, each again when it has become another. */
export const watchBoard = defineStream({
  path: 'boards/:id/stream',
  capability: 'read',
  summary: 'Watch the figures of a dashboard',
  input: vine.create({ ...choicesInput, version: vine.string().maxLength(10).optional() }),
  fields: {
    version: 'An earlier version of your own dashboard.',
    period: 'Another period than the dashboard’s, such as yesterday.',
    count: 'Of how many days, weeks or months, where the period takes a number.',
    groups: 'Names of groups, as a JSON list, of which the figures are.',
    objects: 'Objects of one type, as JSON: source, objectType and objects.',
  },
  async handle({ input, params, reader, customer }) {
    const board = await seenBoard(customer, reader, params.id)
    const { version } = input
    const document =
      version === undefined
        ? await publishedDocument(customer, board)
        : await versionOf(customer, await ownBoard(customer, reader, params.id), version)
    return {
      revision: board.published,
      questions: namedQuestions(document, narrowed(document, input), await customer.widgets()),
    }
  },
})
