import type { EventSchema } from '#core/contracts/event'
import type { Row } from '#core/contracts/scalar'
import type { SourcePlugin } from '#core/contracts/source'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { HELD, heldFields } from '#core/plugins/held_fields'
import { translate } from '#core/plugins/translate'

/** A value is cut after so many characters: it may travel as a text message. */
const MOST = 300

/** The words of a notification in a language, with what the event says put in: choices and objects by their names. */
export async function notificationWords(
  source: SourcePlugin,
  schema: EventSchema,
  { fields, pointId, locale }: { fields: Row; pointId: number; locale: string }
): Promise<{ subject: string; text: string }> {
  const shown: Record<string, string> = {}
  for (const name of heldFields(schema.notify!)) {
    shown[name] = await shownValue(name)
  }
  const path = `events.${schema.key}`
  const say = (part: string) =>
    translate(source, `${path}.notify.${part}`, locale).replaceAll(
      HELD,
      (held, name: string) => shown[name] ?? held
    )
  return { subject: oneLine(say('subject')), text: say('text') }

  async function shownValue(name: string): Promise<string> {
    const value = fields[name] ?? null
    if (value === null || value === '') return '–'
    const field = schema.fields[name]
    if (field?.type === 'choice') {
      return translate(source, `${path}.fields.${name}.choices.${String(value)}`, locale)
    }
    if (field?.type === 'object') {
      return nameOf(pointId, field.objectType, String(value))
    }
    return short(String(value))
  }
}

async function nameOf(pointId: number, type: string | readonly string[], value: string) {
  const [objectType, identifier] =
    typeof type === 'string'
      ? [type, value]
      : [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)]
  const object = await MeasurementObject.query().where({ pointId, objectType, identifier }).first()
  return object?.name || identifier
}

const short = (text: string) => (text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text)

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
