import type { EventSchema } from '#core/contracts/event'
import type { ReportType } from '#core/contracts/report_type'
import type { SourcePlugin } from '#core/contracts/source'
import { checkCondition } from '#core/plugins/checks/check_condition'
import { checkUnited } from '#core/plugins/checks/check_united'
import { inReport, listed, repeatedIn } from '#core/plugins/checks/sentence'

/** Whether what a report type says of itself, beside its columns, is there: its events, subject, breakdown, conditions, specification and limits. */
export function checkReport(plugin: SourcePlugin, type: ReportType): string[] {
  const at = inReport(type.key)
  const [first] = Object.values(type.events)
  if (!first) return [`${at}: it reads no event.`]
  return [
    ...events(at, plugin, type),
    ...subject(at, type),
    ...breakdown(at, type),
    ...where(at, type),
    ...spans(at, type),
    ...united(at, type),
    ...specification(at, type, first),
    ...parameters(at, type),
  ]
}

function events(at: string, plugin: SourcePlugin, type: ReportType): string[] {
  return Object.values(type.events)
    .filter((event) => !plugin.events.includes(event))
    .map((event) =>
      plugin.events.some(({ key }) => key === event.key)
        ? `${at}: its event "${event.key}" is another than the one in the source's events.`
        : `${at}: its event "${event.key}" is not among the source's events: ${listed(plugin.events.map(({ key }) => key))}.`
    )
}

function subject(at: string, type: ReportType): string[] {
  const key = type.subject
  const all = Object.values(type.events)
  const problems = all.flatMap((event) => {
    const field = event.fields[key]
    if (!field) return [`${at}: the subject "${key}" is no field of the event "${event.key}".`]
    if (field.type === 'object') return []
    return [
      `${at}: the subject "${key}" must be of type object, and in "${event.key}" it is ${field.type}.`,
    ]
  })
  if (problems.length > 0) return problems
  const kinds = new Set(all.map((event) => objectTypes(event, key)))
  return kinds.size === 1
    ? []
    : [`${at}: the subject "${key}" has different object types in its events.`]
}

function objectTypes(event: EventSchema, key: string) {
  const field = event.fields[key]
  return field?.type === 'object' ? [field.objectType].flat().sort().join() : ''
}

function breakdown(at: string, type: ReportType): string[] {
  const key = type.breakdown
  if (key === undefined) return []
  if (key === type.subject) return [`${at}: the breakdown is the subject itself.`]
  const found = Object.values(type.events).map((event) => event.fields[key]?.type)
  const types = new Set(found.filter((fieldType) => fieldType !== undefined))
  if (types.size === 1) return []
  return types.size === 0
    ? [`${at}: the breakdown "${key}" is no field of its events.`]
    : [`${at}: the breakdown "${key}" has different types in its events: ${[...types].join(', ')}.`]
}

function where(at: string, type: ReportType): string[] {
  return Object.entries(type.where ?? {}).flatMap(([name, condition]) => {
    const event = type.events[name]
    return event
      ? checkCondition(condition, { at, event })
      : [
          `${at}: "where" names "${name}", which is none of its events: ${listed(Object.keys(type.events))}.`,
        ]
  })
}

function spans(at: string, type: ReportType): string[] {
  return Object.entries(type.spans ?? {}).flatMap(([name, read]) => {
    const event = type.events[name]
    if (!event) {
      return [
        `${at}: "spans" names "${name}", which is none of its events: ${listed(Object.keys(type.events))}.`,
      ]
    }
    return [read!.seconds, read!.after]
      .filter((field) => field !== undefined && event.fields[field]?.type !== 'seconds')
      .map(
        (field) =>
          `${at}: "spans" of "${name}" names "${field}", which is no field of type seconds.`
      )
  })
}

function united(at: string, type: ReportType): string[] {
  return Object.entries(type.unitedBy ?? {}).flatMap(([name, fields]) => {
    const event = type.events[name]
    return event
      ? checkUnited(
          `${at}: event "${name}"`,
          { ...event, spans: type.spans?.[name]?.seconds ?? event.spans },
          fields
        )
      : [
          `${at}: "unitedBy" names "${name}", which is none of its events: ${listed(Object.keys(type.events))}.`,
        ]
  })
}

function specification(at: string, type: ReportType, event: EventSchema): string[] {
  return [
    ...type.specification
      .filter((field) => !Object.hasOwn(event.fields, field))
      .map(
        (field) =>
          `${at}: the specification shows "${field}", which is no field of its first event "${event.key}".`
      ),
    ...repeatedIn(type.specification).map(
      (field) => `${at}: the specification shows "${field}" twice.`
    ),
  ]
}

function parameters(at: string, type: ReportType): string[] {
  return Object.entries(type.parameters ?? {})
    .filter(([, { default: values }]) =>
      values.some((value, index) => index > 0 && value <= values[index - 1]!)
    )
    .map(
      ([key]) =>
        `${at}: the default of the parameter "${key}" must rise from one number to the next.`
    )
}
