import type { EventSchema, Field } from '#core/contracts/event'
import type { SourcePlugin } from '#core/contracts/source'
import { checkCondition } from '#core/plugins/checks/check_condition'
import { checkNotify } from '#core/plugins/checks/check_notify'
import { checkUnited } from '#core/plugins/checks/check_united'
import { listed } from '#core/plugins/checks/sentence'

/** Whether events hold together: object types there are, choices to choose from, `call` and `spans` of the right type. */
export function checkEvents(plugin: SourcePlugin): string[] {
  const objectTypes = Object.keys(plugin.objectTypes)
  return [
    ...Object.entries(plugin.objectTypes).flatMap(([key, type]) =>
      identifier(`Object type "${key}"`, type.identifier)
    ),
    ...plugin.events.flatMap((event) => [
      ...Object.entries(event.fields).flatMap(([key, field]) =>
        fieldProblems(`Event "${event.key}", field "${key}"`, field, objectTypes)
      ),
      ...reference(event, 'call', ['text', 'number'], 'joins the legs of a call'),
      ...reference(event, 'spans', ['seconds'], 'says how long the event lasts'),
      ...checkUnited(`Event "${event.key}"`, event, event.unitedBy),
      ...anObject(event),
      ...internal(event),
      ...checkNotify(event),
    ]),
  ]
}

function fieldProblems(at: string, field: Field, objectTypes: readonly string[]): string[] {
  if (field.type === 'choice' && Object.keys(field.choices).length === 0) {
    return [`${at}: a choice needs choices.`]
  }
  if (field.type !== 'object') return []
  const named = typeof field.objectType === 'string' ? [field.objectType] : field.objectType
  if (named.length === 0) return [`${at}: an object needs an object type.`]
  return named
    .filter((type) => !objectTypes.includes(type))
    .map((type) => `${at}: there is no object type "${type}". There are: ${listed(objectTypes)}.`)
}

function reference(
  event: EventSchema,
  word: 'call' | 'spans',
  types: readonly Field['type'][],
  purpose: string
): string[] {
  const key = event[word]
  if (key === undefined) return []
  const at = `Event "${event.key}": ${word}`
  const field = event.fields[key]
  if (!field) {
    return [
      `${at} names "${key}", which is no field. There are: ${listed(Object.keys(event.fields))}.`,
    ]
  }
  if (types.includes(field.type)) return []
  return [`${at} ${purpose}, so "${key}" must be of type ${types.join(' or ')}, not ${field.type}.`]
}

const anObject = (event: EventSchema) =>
  Object.values(event.fields).some((field) => field.type === 'object')
    ? []
    : [`Event "${event.key}" has no field of type object: statistics are kept about objects.`]

const internal = (event: EventSchema) =>
  event.internal === undefined
    ? []
    : checkCondition(event.internal, { at: `Event "${event.key}": internal`, event })

function identifier(at: string, { pattern, example }: { pattern: string; example: string }) {
  try {
    if (new RegExp(`^(?:${pattern})$`, 'u').test(example)) return []
    return [`${at}: the example "${example}" does not match the pattern "${pattern}".`]
  } catch {
    return [`${at}: the pattern "${pattern}" is no regular expression.`]
  }
}
