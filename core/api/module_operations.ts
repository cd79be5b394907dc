import type { ModuleOperation, ModulePlugin, ModuleStream } from '#core/contracts/module'
import type { Operation } from '#core/http/operation'
import { registry } from '#core/plugins/registry'

/** The addresses of modules as every other is described. */
export const moduleOperations = (): Operation[] =>
  registry()
    .modules()
    .flatMap((module) => [
      ...module.operations.map((operation) => described(module, operation)),
      ...(module.streams ?? []).map((stream) => describedStream(module, stream)),
    ])

function described({ key, label }: ModulePlugin, operation: ModuleOperation): Operation {
  const { method, path, summary, fields, input, example = {}, answer, status = 200 } = operation
  return {
    ...{ method, summary, status },
    pattern: `/api/${key}/v1/${path}`,
    tag: label,
    ...(fields && { fields }),
    ...(method === 'get' || method === 'delete' ? { query: input } : { body: input, example }),
    ...(status !== 204 && { answer: answer ?? {} }),
  }
}

const describedStream = (
  { key, label }: ModulePlugin,
  { path, summary, fields, input }: ModuleStream
): Operation => ({
  ...{ method: 'get', summary, status: 200 },
  pattern: `/api/${key}/v1/${path}`,
  tag: label,
  description:
    'Goes on as server-sent events where `text/event-stream` is accepted; else one frame as JSON, of what is newer than the frame `after`.',
  ...(fields && { fields }),
  query: input,
  answer: {
    type: 'object',
    required: ['id', 'event', 'data'],
    properties: {
      id: { type: 'string' },
      event: { enum: ['hello', 'answers'] },
      notice: {},
      data: {
        type: 'object',
        required: ['now', 'build', 'revision', 'answers'],
        properties: {
          now: { type: 'string', format: 'date-time' },
          build: { type: 'string' },
          revision: {},
          answers: { type: 'object', additionalProperties: { type: 'object' } },
        },
      },
    },
  },
})
