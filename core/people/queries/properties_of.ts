import db from '@adonisjs/lucid/services/db'
import type { Person } from '#core/people/people'
import { getCustomer } from '#core/customers/queries/get_customer'
import { proposedEmail } from '#core/users/account/propose_email_change'
import { momentDate } from '#database/columns'

/** A user in one customer: nothing of what they are or do in others. */
export interface Properties {
  id: number
  email: string
  /** Proposed by this customer, and not confirmed yet. */
  newEmail: string | null
  /** Their own name, whatever the customer calls them. */
  ownName: string
  language: string
  /** Zone of the moments that they are shown. */
  zone: string
  /** Who chose it: the person, an administrator for them, or nobody. */
  zoneBy: 'user' | 'administrator' | 'customer'
  lastEnteredAt: Date | null
  objects: number
  groups: number
  points: number
  tickets: number
  savedReports: number
  connectors: number
}

/** What a user is and owns in the customer of the membership. */
export async function propertiesOf({ user, membership }: Person): Promise<Properties> {
  const { id: membershipId, customerId } = membership
  const [customer, newEmail, counts] = await Promise.all([
    getCustomer(customerId),
    proposedEmail(user.id, customerId),
    countsOf(membershipId, user.id, customerId),
  ])
  const zoneBy = user.zone ? 'user' : membership.zone ? 'administrator' : 'customer'
  return {
    id: user.id,
    email: user.email,
    newEmail,
    ownName: user.name,
    language: user.language,
    zone: user.zone ?? membership.zone ?? customer.zone,
    zoneBy,
    ...counts,
  }
}

type Counts = Pick<
  Properties,
  'objects' | 'groups' | 'points' | 'tickets' | 'savedReports' | 'connectors' | 'lastEnteredAt'
>

async function countsOf(membershipId: number, userId: number, customerId: number): Promise<Counts> {
  const given = (table: string) => db.from(table).where('membership_id', membershipId).count('*')
  const saved = () => db.from('saved_reports').where({ customer_id: customerId, owner_id: userId })
  const row = (await db
    .from('memberships')
    .where('id', membershipId)
    .select({ lastEnteredAt: 'last_entered_at' })
    .select(
      given('membership_objects').as('objects'),
      given('membership_groups').as('groups'),
      given('membership_points').as('points'),
      db
        .from('tickets')
        .where({ customer_id: customerId, user_id: userId })
        .whereNull('revoked_at')
        .count('*')
        .as('tickets'),
      saved().count('*').as('savedReports'),
      db
        .from('connectors')
        .whereIn('saved_report_id', saved().select('id'))
        .count('*')
        .as('connectors')
    )
    .first()) as Record<keyof Omit<Counts, 'lastEnteredAt'>, number | string> & {
    lastEnteredAt: string | null
  }
  const { lastEnteredAt, ...counts } = row
  const numbers = Object.entries(counts).map(([name, count]) => [name, Number(count)])
  return { ...Object.fromEntries(numbers), lastEnteredAt: momentDate(lastEnteredAt) } as Counts
}
