import * as is from '#core/plugins/checks/shape'
import { moduleShape } from '#core/plugins/checks/module_shape'
import { sourceShape } from '#core/plugins/checks/source_shape'
import { settingsShape } from '#core/plugins/checks/settings_shape'

const declared = {
  key: is.text,
  label: is.text,
  description: is.text,
  settings: is.optional(settingsShape),
}

const size = is.object({ w: is.positive, h: is.positive })
const boardUse = is.object({
  data: is.oneOf('report', 'live', 'both', 'none'),
  columns: is.optional(is.object({ least: is.anything, most: is.positive })),
  units: is.optional(is.list(is.oneOf('count', 'number', 'percent', 'seconds'))),
  needs: is.optional(is.oneOf('followUp', 'parts', 'values')),
  warnings: is.optional(is.marker),
  settings: is.optional(settingsShape),
  smallest: size,
  usual: size,
  onScreen: is.oneOf('yes', 'plain', 'no'),
  asks: is.code,
})

const shapes: Readonly<Record<string, is.Shape>> = {
  source: is.object({ kind: is.text, ...declared, ...sourceShape }),
  exporter: is.object({
    kind: is.text,
    ...declared,
    extension: is.text,
    contentType: is.text,
    includes: is.object({
      charts: is.flag,
      specification: is.flag,
      columnDescriptions: is.flag,
      manyIntervals: is.flag,
    }),
    mostRows: is.optional(is.positive),
    mostColumns: is.optional(is.positive),
    write: is.code,
  }),
  connector: is.object({
    kind: is.text,
    ...declared,
    paths: is.list(is.text),
    documented: is.optional(is.record(is.text)),
    posts: is.optional(is.list(is.text)),
    entry: is.text,
    always: is.optional(is.record(is.text)),
    guide: is.code,
    serve: is.code,
  }),
  channel: is.object({
    kind: is.text,
    ...declared,
    attachments: is.flag,
    perCustomer: is.optional(is.flag),
    most: is.optional(is.object({ perRequest: is.positive, perSecond: is.positive })),
    send: is.code,
    sendMany: is.optional(is.code),
    status: is.optional(is.code),
    cancel: is.optional(is.code),
    account: is.optional(is.code),
    calls: is.optional(is.code),
  }),
  widget: is.object({
    kind: is.text,
    ...declared,
    icon: is.text,
    shows: is.oneOf('report', 'live', 'both', 'nothing'),
    fits: is.optional(is.code),
    board: is.optional(boardUse),
  }),
  module: is.object({ kind: is.text, ...declared, ...moduleShape }),
}

/**
 * Whether everything is there and of its kind: what the compiler says of a plugin written with types,
 * for one that was not. The other checks rely on it.
 */
export function checkShape(plugin: unknown): string[] {
  if (!is.isRecord(plugin)) return ['The plugin must be an object.']
  const shape = shapes[String(plugin.kind)]
  if (!shape) return is.oneOf(...Object.keys(shapes))(plugin.kind, 'kind')
  return shape(plugin, '')
}
