import { DateTime } from 'luxon'
import { knownCustomer, type KnownCustomer } from '#core/customers/queries/known_customer'
import type { Reader } from '#core/permissions/reader'
import { versionOf } from '#core/versions/version_of'

/** Who asks, of which customer as it is at its version, and when. */
export interface Asker {
  reader: Reader
  customer: KnownCustomer['settings']
  /** Another one after every change of what the customer has and who may see it. */
  version: string | undefined
  now: DateTime
}

/** Who asks, with the moment in the customer's zone, whose calendar says what today is. */
export async function askerOf(reader: Reader, at: Date): Promise<Asker> {
  const of = await versionOf(reader.customerId)
  const { settings } = await knownCustomer(of)
  return {
    reader,
    customer: settings,
    version: of.version,
    now: DateTime.fromJSDate(at, { zone: settings.zone }),
  }
}
