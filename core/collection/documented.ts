import { list, whole } from '#core/http/shared_schemas'
import type { Operation } from '#core/http/operation'
import { pushValidator, quarantineValidator } from '#core/collection/validators/push'

const count = { type: 'integer' }
const text = { type: 'string' }
const totals = { read: count, new: count, replaced: count, unchanged: count, quarantined: count }

/** How a program sends records, and sees those that broke. */
export const operations: readonly Operation[] = [
  {
    method: 'post',
    pattern: '/api/collect/v1/:point',
    tag: 'Collecting',
    summary: 'Send records of a platform',
    description:
      'The body is the platform’s own format, or events one a line as NDJSON. Sending the same again changes nothing. Lines that cannot be understood are put aside and counted.',
    query: pushValidator,
    fields: {
      point: 'Name of the collection point.',
      source: 'Which platform, where several have a point of that name.',
      name: 'Name of the log that this is a part of.',
      from: 'Where in that log the part begins, in bytes.',
    },
    content: {
      'text/plain': { type: 'string' },
      'application/x-ndjson': { type: 'string' },
      'application/octet-stream': { type: 'string', format: 'binary' },
    },
    answer: whole(totals),
    refusals: [409, 503],
  },
  {
    method: 'get',
    pattern: '/api/collection/v1/quarantine',
    tag: 'Collecting',
    summary: 'Read which records could not be understood',
    query: quarantineValidator,
    fields: { point: 'Of one collection point only.', source: 'Of one platform only.' },
    answer: whole({
      records: list(
        whole({
          id: count,
          source: text,
          point: text,
          fileId: count,
          file: text,
          line: { type: ['integer', 'null'] },
          text: { ...text, description: 'Empty for who may not open call specifications.' },
          reason: text,
          quarantinedAt: text,
        })
      ),
      unlisted: {
        ...list(whole({ fileId: count, file: text, quarantined: count, listed: count })),
        description: 'Files with more broken records than are listed.',
      },
    }),
  },
  {
    method: 'post',
    pattern: '/api/collection/v1/files/:id/again',
    tag: 'Collecting',
    summary: 'Collect a kept file again',
    fields: { id: 'The file, as the quarantine names it.' },
    answer: whole({ files: count, ...totals, resolved: count, gone: count }),
    refusals: [409, 503],
  },
]
