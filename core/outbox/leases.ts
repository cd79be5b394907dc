import db from '@adonisjs/lucid/services/db'
import { databaseMoment } from '#database/database_clock'

/**
 * Leases in the database: what one process of many does at a time. A lease ends by itself where its
 * holder does not renew it, by the clock of the database. Names begin with what they are of, as
 * `collecting/point:12`.
 */
export interface Lease {
  name: string
  holder: string
}

const AT_ONCE = 400

const leases = () => db.knexQuery().table('leases')

/** Takes those of these leases that nobody holds, for so many seconds. */
export async function claimLeases(
  holder: string,
  names: readonly string[],
  seconds: number
): Promise<void> {
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE)
    await leases()
      .whereIn('name', some)
      .where('until', '<', databaseMoment())
      .update({ holder, until: databaseMoment(seconds) })
    const there = (await leases().whereIn('name', some).select('name')) as { name: string }[]
    const known = new Set(there.map(({ name }) => name))
    const absent = some.filter((name) => !known.has(name))
    if (absent.length === 0) continue
    await leases()
      .insert(absent.map((name) => ({ name, holder, until: databaseMoment(seconds) })))
      .onConflict('name')
      .ignore()
  }
}

/** Holds on to all leases of a holder that have not ended, for so many seconds from now. */
export async function renewLeases(holder: string, seconds: number): Promise<void> {
  await leases()
    .where('holder', holder)
    .where('until', '>=', databaseMoment())
    .update({ until: databaseMoment(seconds) })
}

/** Gives leases back, or all that the holder has, so that others need not wait for their end. */
export async function releaseLeases(holder: string, names?: readonly string[]): Promise<void> {
  if (!names) return void (await leases().where({ holder }).delete())
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE)
    await leases().where({ holder }).whereIn('name', some).delete()
  }
}

/** Ends all leases whose names begin so, whoever holds them: for who knows that no other process lives. */
export async function endLeases(start: string): Promise<void> {
  await leases().where('name', 'like', `${start}%`).delete()
}

/** The leases whose names begin so, that are held now. */
export const leasesOf = async (start: string): Promise<Lease[]> =>
  (await leases()
    .where('name', 'like', `${start}%`)
    .where('until', '>=', databaseMoment())
    .select('name', 'holder')) as Lease[]

/** Removes leases whose names begin so and that ended long ago. */
export async function forgetLeases(start: string, seconds: number): Promise<void> {
  await leases()
    .where('name', 'like', `${start}%`)
    .where('until', '<', databaseMoment(-seconds))
    .delete()
}
