import type { EventSchema } from '#core/contracts/event'
import { listed } from '#core/plugins/checks/sentence'

/** Whether overlapping spans can be united by these fields: an event that lasts, and fields that it has. */
export function checkUnited(
  at: string,
  event: EventSchema,
  fields: readonly string[] | undefined
): string[] {
  if (fields === undefined) return []
  if (event.spans === undefined) {
    return [`${at}: "unitedBy" is said of events that last, so the event needs "spans".`]
  }
  if (!fields.some((field) => event.fields[field]?.type === 'object')) {
    return [
      `${at}: "unitedBy" needs a field of type object: overlapping spans are one of somebody.`,
    ]
  }
  return fields
    .filter((field) => !Object.hasOwn(event.fields, field))
    .map(
      (field) =>
        `${at}: unitedBy names "${field}", which is no field. There are: ${listed(Object.keys(event.fields))}.`
    )
}
