import { list, nullableMoment, ref, whole } from '#core/http/shared_schemas'
import type { Operation, Schema } from '#core/http/operation'
import { sendingsPageValidator } from '#core/delivery/validators/sending'

const text = { type: 'string' }
const nullableText = { type: ['string', 'null'] }
const nullableNumber = { type: ['integer', 'null'] }

/** Shapes that answers about sendings have. */
export const schemas: Readonly<Record<string, Schema>> = {
  Sending: {
    type: 'object',
    required: ['id', 'title', 'state', 'from', 'to', 'recipients', 'files'],
    properties: {
      id: { type: 'integer' },
      savedReportId: nullableNumber,
      scheduleId: nullableNumber,
      title: text,
      dueAt: nullableMoment,
      byHand: { type: 'boolean' },
      onDate: nullableText,
      from: { ...nullableText, description: 'First day that the report is of.' },
      to: nullableText,
      state: { type: 'string', enum: ['planned', 'making', 'made', 'failed', 'skipped'] },
      problem: nullableText,
      attempts: { type: 'integer' },
      nextTryAt: nullableMoment,
      plannedAt: nullableMoment,
      madeAt: nullableMoment,
      recipients: list({
        type: 'object',
        required: ['id', 'address', 'state'],
        properties: {
          id: text,
          address: text,
          state: {
            type: 'string',
            enum: [
              ...['planned', 'making', 'made', 'handing', 'handed', 'confirmed'],
              ...['bounced', 'failed', 'unknown', 'skipped'],
            ],
          },
          problem: nullableText,
          attempts: { type: 'integer' },
          nextTryAt: nullableMoment,
          handedAt: nullableMoment,
          stateAt: nullableMoment,
          fileId: nullableText,
        },
      }),
      files: list({
        type: 'object',
        required: ['id', 'name', 'contentType', 'size', 'downloadable'],
        properties: {
          id: text,
          name: text,
          contentType: text,
          size: { type: 'integer', description: 'Bytes.' },
          madeAt: nullableMoment,
          forgottenAt: nullableMoment,
          downloadable: { type: 'boolean' },
        },
      }),
    },
  },
}

/** How a program follows what was sent. */
export const operations: readonly Operation[] = [
  {
    method: 'get',
    pattern: '/api/report/v1/saved-reports/:id/sendings',
    tag: 'Sendings',
    summary: 'List the sendings of a saved report, the newest first',
    query: sendingsPageValidator,
    fields: {
      id: 'The saved report.',
      before: '`next` of the page before.',
      limit: 'Most sendings of this page; 50 unless said otherwise.',
    },
    answer: whole({ sendings: list(ref('Sending')), next: nullableNumber }),
  },
  {
    method: 'get',
    pattern: '/api/report/v1/sendings/:id',
    tag: 'Sendings',
    summary: 'Show a sending, with its recipients and files',
    fields: { id: 'Its number, as the list has it.' },
    answer: whole({ sending: ref('Sending') }),
  },
  {
    method: 'post',
    pattern: '/api/report/v1/dispatches/:id/again',
    tag: 'Sendings',
    summary: 'Send again to a recipient whose copy failed, bounced or is unknown',
    fields: { id: 'The `id` of the recipient in the sending.' },
    answer: whole({ sending: ref('Sending') }),
    refusals: [409],
  },
  {
    method: 'get',
    pattern: '/api/report/v1/archive/:id',
    tag: 'Sendings',
    summary: 'Download a file that was sent',
    fields: { id: 'The `id` of the file in the sending.' },
    files: 'exporters',
  },
]
