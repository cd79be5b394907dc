import * as is from '#core/plugins/checks/shape'
import { sourceShape } from '#core/plugins/checks/source_shape'

const capability = is.object({
  does: is.text,
  administrator: is.oneOf('yes', 'no'),
  user: is.oneOf('yes', 'no', 'right'),
  customerUser: is.oneOf('yes', 'no', 'right'),
  ticket: is.optional(is.oneOf('owner')),
  invitedOperator: is.optional(is.oneOf('yes')),
})

/** What a validator is known by: it says what it takes, and takes it. */
const validator: is.Shape = (value, path) =>
  is.isRecord(value) && typeof value.validate === 'function' && 'toJSONSchema' in value
    ? []
    : [`${path} must be a validator: vine.create({ … }).`]

const statuses = [200, 201, 202, 204]
const operation = is.object({
  method: is.oneOf('get', 'post', 'put', 'patch', 'delete'),
  path: is.text,
  capability: is.text,
  summary: is.text,
  input: validator,
  fields: is.optional(is.record(is.text)),
  example: is.optional(is.anObject),
  answer: is.optional(is.anObject),
  status: (value, path) =>
    value === undefined || statuses.includes(value as number)
      ? []
      : [`${path} must be one of ${statuses.join(', ')}.`],
  handle: is.code,
})

const stream = {
  path: is.text,
  input: validator,
  handle: is.code,
}

const { objectTypes, events, reportTypes } = sourceShape as Record<string, is.Shape>

/** What a module declares beside what every plugin does. */
export const moduleShape: Readonly<Record<string, is.Shape>> = {
  icon: is.text,
  prefix: is.text,
  edition: is.optional(is.oneOf('extended')),
  capabilities: is.record(capability),
  operations: is.list(operation),
  public: is.optional(
    is.list(
      is.object({
        method: is.oneOf('get', 'post'),
        by: is.optional(is.oneOf('device')),
        path: is.text,
        input: validator,
        handle: is.code,
      })
    )
  ),
  streams: is.optional(
    is.list(
      is.object({
        ...stream,
        capability: is.text,
        summary: is.text,
        fields: is.optional(is.record(is.text)),
      })
    )
  ),
  publicStreams: is.optional(
    is.list(is.object({ ...stream, by: is.optional(is.oneOf('device')) }))
  ),
  documents: is.optional(
    is.list(
      is.object({
        path: is.text,
        shortcut: is.optional(is.text),
        entry: is.text,
        title: is.text,
        policy: is.optional(is.code),
      })
    )
  ),
  devices: is.optional(is.marker),
  hears: is.optional(is.object({ channel: is.optional(is.code) })),
  agents: is.optional(is.marker),
  source: is.optional(is.object({ objectTypes, events, reportTypes })),
  jobs: is.optional(
    is.list(is.object({ name: is.text, label: is.text, capability: is.text, run: is.code }))
  ),
  recurring: is.optional(
    is.list(is.object({ name: is.text, label: is.text, cron: is.text, run: is.code }))
  ),
  audit: is.optional(is.record(is.text)),
  demo: is.optional(is.code),
}
