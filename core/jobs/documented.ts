import { list, nullableMoment, ref, whole } from '#core/http/shared_schemas'
import type { Operation, Schema } from '#core/http/operation'
import { jobStates } from '#core/jobs/models/background_job'

const text = { type: 'string' }
const job = whole({ job: ref('Job') })

/** Shapes that answers about jobs have. */
export const schemas: Readonly<Record<string, Schema>> = {
  Job: whole({
    id: text,
    name: text,
    kind: { ...text, description: 'What this kind of job is called.' },
    title: text,
    state: { type: 'string', enum: jobStates },
    cancelling: { type: 'boolean', description: 'Asked to be cancelled, and not yet so.' },
    done: { type: 'integer' },
    total: { type: ['integer', 'null'] },
    problem: { anyOf: [{ type: 'object', required: ['code', 'message'] }, { type: 'null' }] },
    outcome: { anyOf: [{ type: 'object' }, { type: 'null' }] },
    file: {
      anyOf: [
        whole({
          name: text,
          contentType: text,
          size: { type: 'integer', description: 'Bytes.' },
          keptUntil: nullableMoment,
          downloadable: { type: 'boolean' },
        }),
        { type: 'null' },
      ],
    },
    createdAt: { type: 'string', format: 'date-time' },
    startedAt: nullableMoment,
    finishedAt: nullableMoment,
  }),
}

const fields = { id: 'The job, as `POST /api/jobs/v1/exports` and the list have it.' }
const about = { tag: 'Background jobs', fields } as const

/** How a program follows what is made in the background. */
export const operations: readonly Operation[] = [
  {
    ...about,
    method: 'get',
    pattern: '/api/jobs/v1',
    summary: 'List the ticket owner’s own jobs, the newest first',
    answer: whole({ jobs: list(ref('Job')) }),
  },
  {
    ...about,
    method: 'get',
    pattern: '/api/jobs/v1/:id',
    summary: 'Show a job',
    answer: job,
  },
  {
    ...about,
    method: 'post',
    pattern: '/api/jobs/v1/:id/cancel',
    summary: 'Cancel a job that is queued or in progress',
    answer: job,
    refusals: [409],
  },
  {
    ...about,
    method: 'post',
    pattern: '/api/jobs/v1/:id/retry',
    summary: 'Run a job again that failed or was cancelled',
    answer: job,
    refusals: [409],
  },
  {
    ...about,
    method: 'get',
    pattern: '/api/jobs/v1/:id/file',
    summary: 'Download the file of a job that is done',
    files: 'exporters',
  },
  {
    ...about,
    method: 'delete',
    pattern: '/api/jobs/v1/:id',
    summary: 'Remove a job that is over, with its file',
    status: 204,
    refusals: [409],
  },
]
