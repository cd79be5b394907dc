import * as is from '#core/plugins/checks/shape'

const per: is.Shape = (value, path) => {
  const words = is.isRecord(value) ? Object.keys(value) : []
  const [word] = words
  if (words.length === 1 && ['limits', 'bands', 'field'].includes(word!)) {
    return is.record(is.text)(value, path)
  }
  return [`${path} must be one of { limits }, { bands } and { field }.`]
}

const column = is.object({
  label: is.text,
  description: is.text,
  unit: is.oneOf('count', 'seconds', 'percent', 'number', 'time', 'text'),
  of: is.optional(is.text),
  value: is.anObject,
  consistsOf: is.optional(is.list(is.list(is.text))),
  per: is.optional(per),
  basic: is.optional(is.marker),
  hidden: is.optional(is.marker),
})

const wholeSeconds: is.Shape = (value, path) =>
  Number.isInteger(value) && (value as number) >= 0
    ? []
    : [`${path} must be whole seconds, 0 or more.`]

const parameter = is.object({
  label: is.text,
  help: is.optional(is.text),
  type: is.oneOf('secondsList'),
  default: is.list(wholeSeconds),
})

const chart = is.object({
  kind: is.oneOf('bars', 'stack', 'lines'),
  columns: is.list(is.text),
  line: is.optional(is.text),
})

/** A report type; conditions and values are left to the checks that know their words. */
export const reportTypeShape = (event: is.Shape) =>
  is.object({
    key: is.text,
    label: is.text,
    description: is.text,
    basic: is.optional(is.marker),
    events: is.record(event),
    subject: is.text,
    breakdown: is.optional(is.text),
    breakdownByDefault: is.optional(is.flag),
    where: is.optional(is.record(is.anObject)),
    spans: is.optional(is.record(is.object({ seconds: is.text, after: is.optional(is.text) }))),
    unitedBy: is.optional(is.record(is.list(is.text))),
    parameters: is.optional(is.record(parameter)),
    columns: is.record(column),
    headline: is.optional(
      is.list(is.object({ column: is.text, good: is.optional(is.oneOf('up', 'down')) }))
    ),
    presets: is.record(is.list(is.text)),
    charts: is.list(chart),
    specification: is.list(is.text),
    followUp: is.optional(is.object({ party: is.text, missed: is.anObject, reached: is.anObject })),
  })
