import { ref } from '#core/http/shared_schemas'
import type { Operation, Refusal, Schema } from '#core/http/operation'
import { registry } from '#core/plugins/registry'

const FILE = { type: 'string', format: 'binary' }

const sentences = {
  400: 'The body could not be read',
  401: 'The ticket is wrong or no longer valid',
  403: 'The ticket’s user may not do this, or the ticket lacks the grant',
  404: 'There is no such thing, or it is not the reader’s',
  406: 'The answer cannot be had in the content type that Accept asks for',
  409: 'It cannot be done as things stand now',
  413: 'The body is larger than the address takes',
  415: 'The body has a content type that the address does not read',
  422: 'Something in the request cannot be; `field` says what',
  429: 'Too many requests; `retryAfterSeconds` says when to try again',
  503: 'It cannot be done for a while; try again later',
} satisfies Record<Refusal | 400 | 401 | 403 | 413 | 415, string>

/** What an address answers, by status: when all is well, and each way that it refuses. */
export function responses(operation: Operation, takesTicket: boolean): Schema {
  const { status = 200, answer, files } = operation
  const content = {
    ...(answer && { 'application/json': { schema: answer } }),
    ...Object.fromEntries(contentTypes(files).map((type) => [type, { schema: FILE }])),
  }
  const good =
    status === 204
      ? { description: 'Done; nothing is answered' }
      : { description: status === 202 ? 'Taken up, and not yet done' : 'As asked for', content }
  return { [status]: good, ...refused(operation, takesTicket) }
}

/** Answers to requests that cannot be met, in the one shape that all of them have. */
export const refusalResponses = (statuses: readonly (keyof typeof sentences)[]): Schema =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: sentences[status],
        content: { 'application/json': { schema: ref('Error') } },
      },
    ])
  )

function refused(
  { pattern, body, content, query, refusals = [] }: Operation,
  takesTicket: boolean
) {
  const statuses = new Set<keyof typeof sentences>([
    401,
    // Wrong tickets are counted for each network address.
    429,
    ...(takesTicket ? ([403] as const) : []),
    ...(pattern.includes(':') ? ([404] as const) : []),
    ...(body ? ([400, 413, 415, 422] as const) : []),
    ...(content ? ([400, 413] as const) : []),
    ...(query ? ([422] as const) : []),
    ...refusals,
  ])
  return refusalResponses([...statuses].sort((a, b) => a - b))
}

/** The types alone, without what a header says besides. */
function contentTypes(files: Operation['files'] = []): string[] {
  if (files !== 'exporters') return [...files]
  const exporters = registry().exporters()
  return [...new Set(exporters.map(({ contentType }) => contentType.split(';')[0]!.trim()))]
}
