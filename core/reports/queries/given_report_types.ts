import { notInEdition } from '#core/customers/errors'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import { getCustomer } from '#core/customers/queries/get_customer'
import { type SourceReport, registry } from '#core/plugins/registry'

/** The report types that a customer has: those of its sources, and in the edition Basic the basic ones alone. */
export async function givenReportTypes(customerId: number): Promise<SourceReport[]> {
  const [types, { edition }] = await Promise.all([sourceTypes(customerId), getCustomer(customerId)])
  return edition === 'extended' ? types : types.filter(({ type }) => type.basic)
}

/**
 * The report type of a key among those that the customer has. A type of a source that the customer
 * does not have is as unknown as one that is nowhere: `unknown` makes the error of the known keys.
 *
 * @throws E_NOT_IN_EDITION for one that the extended edition has
 */
export async function givenReportType(
  customerId: number,
  key: unknown,
  unknown: (known: string[]) => Error
): Promise<SourceReport> {
  const isIt = ({ type }: SourceReport) => type.key === key
  const given = await givenReportTypes(customerId)
  const found = given.find(isIt)
  if (found) return found
  const beyond = await sourceTypes(customerId)
  throw beyond.some(isIt) ? notInEdition() : unknown(given.map(({ type }) => type.key))
}

async function sourceTypes(customerId: number): Promise<SourceReport[]> {
  const enabled = await enabledSources(customerId)
  return registry()
    .reportTypes()
    .filter(({ source }) => enabled.includes(source.key))
}
