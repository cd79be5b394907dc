import { DateTime } from 'luxon'
import { badSpan } from '#core/measurement_objects/errors'
import type MeasurementObject from '#core/measurement_objects/models/measurement_object'
import ObjectAlias from '#core/measurement_objects/models/object_alias'

/** Lets another identifier mean this object, always or from one moment to another. Throws `E_BAD_SPAN`. */
export async function addAlias(
  object: MeasurementObject,
  alias: { identifier: string; from?: string | null; to?: string | null }
): Promise<ObjectAlias> {
  const [fromAt, toAt] = [moment('from', alias.from), moment('to', alias.to)]
  if (fromAt && toAt && fromAt >= toAt) throw badSpan('to')
  const { identifier } = alias
  return ObjectAlias.create({ objectId: object.id, identifier, origin: 'manual', fromAt, toAt })
}

function moment(field: string, text: string | null | undefined): DateTime | null {
  if (!text) return null
  const at = DateTime.fromISO(text, { setZone: true })
  if (!at.isValid) throw badSpan(field)
  return at
}
