import { notInEdition } from '#core/customers/errors'
import { knownCustomer } from '#core/customers/queries/known_customer'
import { type SourceReport, registry } from '#core/plugins/registry'
import { versionOf } from '#core/versions/version_of'
import type { Versioned } from '#core/versions/versioned_cache'

/** The report types that a customer has: those of its sources, and in the edition Basic the basic ones alone. */
export async function givenReportTypes(customerId: number): Promise<SourceReport[]> {
  const { given } = await typesOf(await versionOf(customerId))
  return given
}

/**
 * The report type of a key among those that the customer has. A type of a source that the customer
 * does not have is as unknown as one that is nowhere: `unknown` makes the error of the known keys.
 *
 * @throws E_NOT_IN_EDITION for one that the extended edition has
 */
export async function givenReportType(
  of: Versioned,
  key: unknown,
  unknown: (known: string[]) => Error
): Promise<SourceReport> {
  const isIt = ({ type }: SourceReport) => type.key === key
  const { given, extended } = await typesOf(of)
  const found = given.find(isIt)
  if (found) return found
  throw extended.some(isIt) ? notInEdition() : unknown(given.map(({ type }) => type.key))
}

async function typesOf(of: Versioned) {
  const { settings, plugins } = await knownCustomer(of)
  const extended = registry()
    .reportTypes()
    .filter(({ source }) => plugins.includes(source.key))
  const given =
    settings.edition === 'extended' ? extended : extended.filter(({ type }) => type.basic)
  return { given, extended }
}
