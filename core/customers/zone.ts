import { IANAZone } from 'luxon'
import { unknownZone } from '#core/customers/errors'

/** The zone, where the IANA database has it. Throws `E_UNKNOWN_ZONE`. */
export function checkedZone(zone: string): string {
  if (!IANAZone.isValidZone(zone)) throw unknownZone(zone)
  return zone
}
