import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { RequestError } from '#core/http/request_error'
import { can } from '#core/permissions/can'
import { findReader } from '#core/permissions/read_rights'
import type { Reader } from '#core/permissions/reader'
import { seesAll } from '#core/permissions/sees_all'
import { checkSavedQuery } from '#core/saved_reports/check_saved_query'
import { demandCalls } from '#core/saved_reports/demand_calls'
import { ownerCannotMake } from '#core/saved_reports/errors'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { schedulesOf } from '#core/saved_reports/queries/find_saved_report'
import type User from '#core/users/models/user'

/**
 * Gives a saved report another owner, with whose rights it is made from now on. Where these see more
 * than the owner before, its connectors get other addresses and are switched off: the old ones are known.
 *
 * @param giver who decides it
 * @throws E_OWNER_CANNOT_MAKE where they may not see all that it is of, E_NOT_YOURS_TO_GIVE where it hands
 * out calls that the giver may not open
 */
export async function giveSavedReport(
  saved: SavedReport,
  user: User,
  giver: Reader
): Promise<SavedReport> {
  const reader = await findReader(user.id, saved.customerId)
  if (!reader || !can(reader, 'savedReports.manage')) {
    throw ownerCannotMake(user.email, 'They are locked, or may not save reports.')
  }
  try {
    await checkSavedQuery(saved.query, reader)
  } catch (error) {
    if (error instanceof RequestError) throw ownerCannotMake(user.email, error.message)
    throw error
  }
  const schedules = await schedulesOf(saved.customerId, [saved.id])
  const connectors = await connectorsOf(saved)
  const isSent = schedules.some((one) => one.specification)
  if (isSent && !can(reader, 'specifications.open')) {
    throw ownerCannotMake(user.email, 'They may not open call specifications.')
  }
  if (isSent || connectors.some(({ specification }) => Boolean(specification))) {
    await demandCalls({ ownerId: user.id, customerId: saved.customerId }, giver)
  }
  const before = saved.ownerId === null ? null : await findReader(saved.ownerId, saved.customerId)
  if (before && seesMore(reader, before)) {
    for (const { id } of connectors) {
      const address = randomBytes(24).toString('base64url')
      await db.from('connectors').where({ id }).update({ enabled: false, address })
    }
  }
  return saved.merge({ ownerId: user.id, updatedAt: DateTime.utc() }).save()
}

/** Connectors belong to a module above this one. */
const connectorsOf = ({ id, customerId }: SavedReport) =>
  db
    .from('connectors')
    .where({ saved_report_id: id, customer_id: customerId })
    .select('id', 'specification') as unknown as Promise<
    { id: number; specification: boolean | 0 | 1 }[]
  >

const seesMore = (reader: Reader, before: Reader) =>
  (reader.callSpecification && !before.callSpecification) ||
  !(reader.objectIds === null ? before.objectIds === null : seesAll(before, [...reader.objectIds]))
