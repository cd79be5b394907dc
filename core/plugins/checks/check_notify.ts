import type { EventSchema, Field } from '#core/contracts/event'
import { checkCondition } from '#core/plugins/checks/check_condition'
import { heldFields } from '#core/plugins/held_fields'
import { listed } from '#core/plugins/checks/sentence'

/** What the words of a notification may hold: what reads the same in a mail and on a telephone. */
const told: readonly Field['type'][] = ['text', 'number', 'choice', 'object']

/** Whether what an event tells a person names fields that there are, and nothing personal. */
export function checkNotify(event: EventSchema): string[] {
  const { notify } = event
  if (!notify) return []
  const at = `Event "${event.key}": notify`
  const named = heldFields(notify)
  return [
    ...[notify.person]
      .flat()
      .flatMap((person) => fieldOf(event, `${at}.person`, person, ['object', 'text'])),
    ...(notify.subscribers === undefined
      ? []
      : fieldOf(event, `${at}.subscribers`, notify.subscribers, ['object'])),
    ...(notify.since === undefined ? [] : fieldOf(event, `${at}.since`, notify.since, ['time'])),
    ...(notify.by === undefined ? [] : fieldOf(event, `${at}.by`, notify.by, ['text'])),
    ...(notify.where === undefined
      ? []
      : checkCondition(notify.where, { at: `${at}.where`, event })),
    ...named.flatMap((name) => fieldOf(event, `${at}, {${name}}`, name, told)),
    ...named
      .filter((name) => event.fields[name]?.personal)
      .map((name) => `${at}: "${name}" is personal, and what people are told travels openly.`),
  ]
}

function fieldOf(
  event: EventSchema,
  at: string,
  name: string,
  types: readonly Field['type'][]
): string[] {
  const field = event.fields[name]
  if (!field) {
    return [`${at}: there is no field "${name}". There are: ${listed(Object.keys(event.fields))}.`]
  }
  if (types.includes(field.type)) return []
  return [`${at}: "${name}" must be of type ${types.join(' or ')}, not ${field.type}.`]
}
